#include "pdf/draw_pages.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "pdf/deflate.h"

namespace sable::pdf {
namespace {

// Takes pages until none is left.
class Worker {
 public:
  Worker(const layout::Pages& pages, const ContentSource& source, DrawnPages& drawn,
         std::atomic<uint32_t>& next)
      : pages_(pages), source_(source), drawn_(drawn), next_(next) {}

  void run() {
    Deflater deflater;
    for (uint32_t i = next_++; i < pages_.pages.size(); i = next_++) {
      Content content = draw(pages_.pages[i], i, source_);
      drawn_.streams[i] = deflater.compress(content.operators);
      drawn_.marks[i] = std::move(content.leaves);
    }
  }

 private:
  const layout::Pages& pages_;
  const ContentSource& source_;
  DrawnPages& drawn_;
  std::atomic<uint32_t>& next_;
};

// Runs `work` on `threads` threads; the first exception comes out.
template <typename Work>
void run_on(unsigned threads, Work work) {
  std::exception_ptr thrown;
  std::mutex guard;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(guard);
      if (!thrown) thrown = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(guarded);
    guarded();
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

ContentSource encode_pages(const layout::Pages& pages, Codes& codes) {
  ContentSource source{pages.structure, codes,
                       std::vector<uint32_t>(pages.structure.leaves.size(), kNoPage),
                       std::vector<std::vector<uint32_t>>(pages.pages.size())};
  for (uint32_t i = 0; i < pages.pages.size(); ++i) {
    const auto& fragments = pages.pages[i].fragments;
    std::vector<uint32_t>& encoded = source.encoded[i];
    for (const layout::Fragment& fragment : fragments) {
      const auto* glyphs = std::get_if<layout::GlyphRun>(&fragment.item);
      if (glyphs == nullptr) continue;
      for (const layout::PlacedRun& placed : glyphs->runs) {
        encoded.push_back(codes.encode(*placed.run));
      }
      if (fragment.leaf == layout::kNoLeaf) continue;
      uint32_t& first = source.first_page[fragment.leaf];
      first = std::min(first, i);
    }
  }
  return source;
}

DrawnPages draw_pages(const layout::Pages& pages, const ContentSource& source, unsigned threads) {
  const size_t count = pages.pages.size();
  DrawnPages drawn{std::vector<std::string>(count),
                   std::vector<std::vector<layout::LeafId>>(count)};
  std::atomic<uint32_t> next = 0;
  constexpr size_t kPagesWorthAThread = 8;
  const auto useful = static_cast<unsigned>(
      std::clamp<size_t>(count / kPagesWorthAThread, 1, std::max(1U, threads)));
  run_on(useful, [&] { Worker(pages, source, drawn, next).run(); });
  return drawn;
}

}  // namespace sable::pdf
