// A distance on the page, as an exact number.
//
// In:  points, font units, CSS units.
// Out: 64-bit counts of 1/65536 pt. No floating point takes part, so that a
//      line or page break falls at the same place on every machine.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace sable::base {

// A signed distance in units of 1/65536 pt (a PostScript point, 1/72 inch).
// 64 bits, because 32 end after some 450 pages laid end to end.
class Length {
 public:
  static constexpr int64_t kUnitsPerPoint = 65536;

  constexpr Length() = default;
  static constexpr Length raw(int64_t units) { return Length(units); }
  static constexpr Length points(int64_t points) { return Length(points * kUnitsPerPoint); }
  // numerator/denominator points, rounded to the nearest unit.
  static constexpr Length points(int64_t numerator, int64_t denominator) {
    return Length(rounded(numerator * kUnitsPerPoint, denominator));
  }

  constexpr int64_t units() const { return units_; }

  // this × numerator / denominator, rounded to nearest; the product is formed
  // in 128 bits and cannot overflow.
  constexpr Length scaled(int64_t numerator, int64_t denominator) const {
    __extension__ using Wide = __int128;
    const Wide product = Wide(units_) * numerator;
    const Wide half = denominator / 2;
    const Wide sum = (product < 0) == (denominator < 0) ? product + half : product - half;
    return Length(static_cast<int64_t>(sum / denominator));
  }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length& operator+=(Length other) {
    units_ += other.units_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    units_ -= other.units_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, int64_t n) { return Length(a.units_ * n); }
  friend constexpr Length operator/(Length a, int64_t n) { return Length(rounded(a.units_, n)); }

 private:
  constexpr explicit Length(int64_t units) : units_(units) {}
  static constexpr int64_t rounded(int64_t numerator, int64_t denominator) {
    const int64_t half = denominator / 2;
    return ((numerator < 0) == (denominator < 0) ? numerator + half : numerator - half) /
           denominator;
  }
  int64_t units_ = 0;
};

// Decimal points with at most `decimals` digits after the point (0 to 5),
// trailing zeros dropped, no exponent, the point always '.': "72", "11.25",
// "-0.5". Independent of the locale; the spelling used in dumps and in PDF.
std::string to_points(Length length, int decimals = 3);
// Appends the same to `out`.
void append_points(std::string& out, Length length, int decimals = 3);

struct Point {
  Length x, y;
  bool operator==(const Point&) const = default;
};

struct Size {
  Length width, height;
  bool operator==(const Size&) const = default;
};

// Origin at the top left of the page, y grows downwards.
struct Rect {
  Length x, y, width, height;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  bool operator==(const Rect&) const = default;
};

// sRGB, 8 bits a channel.
struct Color {
  uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

}  // namespace sable::base
