#include "style/interning.h"

namespace sable::style {
namespace {

// FNV-1a. Only speed depends on it: equal digests are compared in full.
class Digest {
 public:
  Digest& add(uint64_t value) {
    value_ = (value_ ^ value) * 0x100000001B3ULL;
    value_ ^= value_ >> 29;
    return *this;
  }
  Digest& add(base::Length length) { return add(static_cast<uint64_t>(length.units())); }
  Digest& add(std::string_view text) {
    for (const char c : text) add(static_cast<uint64_t>(static_cast<unsigned char>(c)));
    return add(text.size());
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325ULL;
};

uint64_t digest(const ComputedStyle& style) {
  Digest digest;
  digest.add(style.font_size).add(style.line_height).add(uint64_t{style.families});
  digest.add(uint64_t{style.weight}).add(static_cast<uint64_t>(style.slant));
  digest.add(style.text_indent).add(style.baseline_shift).add(style.margin.top);
  digest.add(style.margin.bottom).add(style.margin.left).add(style.padding.left);
  digest.add(style.width.length).add(style.height.length).add(style.min_width.length);
  digest.add(static_cast<uint64_t>(style.display)).add(static_cast<uint64_t>(style.align));
  digest.add(style.page).add(style.language).add(style.features);
  digest.add(static_cast<uint64_t>(style.direction)).add(static_cast<uint64_t>(style.caps));
  return digest.value();
}

uint64_t digest(const std::vector<ContentItem>& content) {
  Digest digest;
  for (const ContentItem& item : content) {
    digest.add(static_cast<uint64_t>(item.kind)).add(item.text);
  }
  return digest.value();
}

// The id of a value equal to `value`, or of a new one that `append` adds.
template <typename Value, typename At, typename Append>
uint32_t find_or_append(std::vector<uint32_t>& ids, const Value& value, At at, Append append) {
  for (const uint32_t id : ids) {
    if (at(id) == value) return id;
  }
  ids.push_back(append());
  return ids.back();
}

}  // namespace

InternTable::InternTable(StyledTree& styled) : styled_(styled), families_(styled.families) {
  styled.generated.emplace_back();
  environments_.emplace_back();
  environment_ids_.emplace("", 0);
}

StyleId InternTable::intern(const ComputedStyle& style) {
  auto& list = styled_.styles;
  return find_or_append(
      style_ids_[digest(style)], style, [&](uint32_t id) -> const auto& { return list[id]; },
      [&] {
        list.push_back(style);
        return static_cast<uint32_t>(list.size() - 1);
      });
}

GeneratedId InternTable::intern(Generated generated) {
  auto& list = styled_.generated;
  return find_or_append(
      generated_ids_[digest(generated.content) * 31 + generated.style],
      generated, [&](uint32_t id) -> const auto& { return list[id]; },
      [&] {
        list.push_back(std::move(generated));
        return static_cast<uint32_t>(list.size() - 1);
      });
}

ContextId InternTable::intern(Context context) {
  const uint64_t key = digest(context.style) * 31 + context.environment;
  return find_or_append(
      context_ids_[key], context, [&](uint32_t id) -> const auto& { return contexts_[id]; },
      [&] {
        contexts_.push_back(std::move(context));
        return static_cast<uint32_t>(contexts_.size() - 1);
      });
}

EnvironmentId InternTable::intern(Environment environment) {
  const auto [place, added] = environment_ids_.try_emplace(
      key_of(environment), static_cast<EnvironmentId>(environments_.size()));
  if (added) environments_.push_back(std::move(environment));
  return place->second;
}

}  // namespace sable::style
