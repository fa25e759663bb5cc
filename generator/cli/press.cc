#include "cli/press.h"

#include <algorithm>
#include <utility>

#include "cli/date.h"
#include "cli/template_chain.h"
#include "layout/box_pages.h"
#include "layout/layout.h"
#include "layout/text_sizes.h"
#include "markup/contents.h"
#include "markup/fill.h"
#include "pdf/boxes.h"
#include "pdf/write.h"
#include "text/date_words.h"
#include "text/word_order.h"

namespace sable::cli {

namespace {

// A style sheet beyond this is not one.
constexpr size_t kLargestSheet = 4u << 20;

// What the layout needs to have of a release once its text is markup.
struct Marks {
  std::shared_ptr<const marking::System> system;
  marking::Marking overall;
  bool per_page = true;
  std::vector<std::shared_ptr<const released::Picture>> pictures;
};

// What a release is set with.
struct Case {
  std::shared_ptr<text::FontBook> fonts;
  text::Hyphenator hyphenator;
};

base::Result<layout::Output> lay_out(Case letters, const markup::Tree& tree,
                                     const style::StyledTree& styled, const Marks& marks) {
  return layout::lay_out({tree, styled, std::make_shared<text::Shaper>(std::move(letters.fonts)),
                          letters.hyphenator, *marks.system, marks.overall, marks.per_page,
                          marks.pictures});
}

// Block paths are found by walking the release: enough of them to go by.
constexpr size_t kMostPaths = 200;

void name_places(const released::Released& released, base::Diagnostics& diagnostics) {
  size_t named = 0;
  for (base::Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.ordinal || ++named > kMostPaths) continue;
    diagnostic.place = released::block_path(released, *diagnostic.ordinal);
  }
}

markup::DateForms in_words(const std::string& date, const std::string& language) {
  auto words = text::date_words(date, language);
  if (!words) return {};
  return {std::move(words->long_form), std::move(words->day_first)};
}

markup::Dates dates_of(const released::Released& released) {
  markup::Dates dates;
  const std::optional<std::string> date = shown_date(released);
  if (date) dates.report = in_words(*date, released.language);
  if (released.declassified) {
    dates.declassified = in_words(released.declassified->date, released.language);
  }
  return dates;
}

std::vector<std::string> families_of(const Manifest& manifest) {
  std::vector<std::string> families;
  for (const text::FontEntry& font : manifest.fonts) {
    if (std::find(families.begin(), families.end(), font.family) == families.end()) {
      families.push_back(font.family);
    }
  }
  return families;
}

Impression dumped(std::string text, size_t pages) { return {std::move(text), pages, {}}; }

}  // namespace

base::Result<Stock> load_stock(const base::World& world, base::SourceSet& sources,
                               const Places& places) {
  base::Result<Manifest> manifest = load_manifest(world, sources, places.manifest);
  if (!manifest) return base::fail(std::move(manifest.error()));
  base::Result<std::string> profile = load_color_profile(world, manifest->color_profile);
  if (!profile) return base::fail(std::move(profile.error()));
  return Stock{places, *std::move(manifest), *std::move(profile), 1};
}

Press::Press(const base::World& world, base::SourceSet& sources, Stock stock, Timings& timings)
    : world_(world),
      sources_(sources),
      stock_(std::move(stock)),
      timings_(timings),
      patterns_(std::make_shared<text::PatternShelf>(world, stock_.manifest.hyphenation)) {}

// The sheets of a template and of those that it extends, as the cascade takes them.
base::Result<std::vector<base::FileId>> Press::load_sheets(
    const std::vector<std::string>& folders) {
  std::vector<base::FileId> sheets;
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    const std::string path = base::join_path(*folder, "style.css");
    if (!world_.is_file(path)) continue;
    base::Result<std::string> css = world_.read(path, kLargestSheet);
    if (!css) return base::fail(std::move(css.error()));
    sheets.push_back(sources_.add(path, *std::move(css), base::Secrecy::open));
  }
  return sheets;
}

base::Result<Press::Design> Press::load_design(const std::string& template_name) {
  base::Result<TemplateChain> chain =
      find_template_chain(world_, sources_, stock_.places, template_name);
  if (!chain) return base::fail(std::move(chain.error()));
  base::Result<markup::Template> pages = markup::load_template(world_, sources_, chain->folders);
  if (!pages) return base::fail(std::move(pages.error()));
  base::Result<std::vector<base::FileId>> sheets = load_sheets(chain->folders);
  if (!sheets) return base::fail(std::move(sheets.error()));
  base::Result<style::Sheet> sheet =
      style::parse_sheet(sources_, *sheets, chain->tokens, families_of(stock_.manifest));
  if (!sheet) return base::fail(std::move(sheet.error()));
  return Design{*std::move(pages), *std::move(sheet)};
}

base::Result<void> Press::prepare(const std::string& template_name) {
  if (designs_.contains(template_name)) return {};
  base::Result<Design> loaded =
      timings_.measure("load", [&] { return load_design(template_name); });
  if (!loaded) return base::fail(std::move(loaded.error()));
  designs_.emplace(template_name, *std::move(loaded));
  return {};
}

base::Diagnostics Press::rehearse(const released::Released& released) const {
  const Design& design = designs_.at(released.template_name);
  auto tree = markup::fill(design.pages, sources_, released, dates_of(released));
  if (tree) return {};
  name_places(released, tree.error());
  return std::move(tree.error());
}

base::Result<markup::Tree> Press::fill(const released::Released& released) {
  const Design& design = designs_.at(released.template_name);
  const text::WordOrder order(released.language);
  base::Result<markup::Tree> tree = timings_.measure(
      "fill", [&] { return markup::fill(design.pages, sources_, released, dates_of(released)); });
  if (!tree) {
    name_places(released, tree.error());
    return tree;
  }
  return markup::with_contents(*std::move(tree),
                               [&](std::string_view a, std::string_view b) { return order(a, b); });
}

// What is no longer needed goes before the pages are drawn.
base::Result<layout::Output> Press::typeset(const released::Released& released, markup::Tree tree) {
  const Design& design = designs_.at(released.template_name);
  const Marks marks{released.system, released.overall,
                    released.banner == released::BannerScope::per_page, released.pictures};
  const style::StyledTree styled =
      timings_.measure("style", [&] { return style::apply(design.sheet, tree); });
  base::Result<layout::Output> output = timings_.measure("lay out", [&] {
    const Manifest& manifest = stock_.manifest;
    auto fonts = std::make_shared<text::FontBook>(world_, manifest.fonts, manifest.fallbacks);
    return lay_out({std::move(fonts), text::Hyphenator(patterns_)}, tree, styled, marks);
  });
  name_places(released, output ? output->warnings : output.error());
  if (output) output->pages.info.notice = released.notice;
  return output;
}

base::Result<released::Paging> Press::paginate(released::Released released) {
  base::Result<markup::Tree> tree = fill(released);
  if (!tree) return base::fail(std::move(tree.error()));
  const base::Result<layout::Output> output = typeset(released, *std::move(tree));
  if (!output) return base::fail(output.error());
  return layout::box_pages(output->pages);
}

base::Result<released::Sizes> Press::measure(released::Released released) {
  base::Result<markup::Tree> tree = fill(released);
  if (!tree) return base::fail(std::move(tree.error()));
  const base::Result<layout::Output> output = typeset(released, *std::move(tree));
  if (!output) return base::fail(output.error());
  return layout::text_sizes(output->pages);
}

base::Result<Impression> Press::print(released::Released released, Dump dump) {
  if (dump == Dump::released) return dumped(released::dump(released), 0);
  base::Result<markup::Tree> tree = fill(released);
  if (!tree) return base::fail(std::move(tree.error()));
  if (dump == Dump::markup) return dumped(markup::dump(*tree), 0);
  const int64_t date = world_.source_date_epoch().value_or(date_of(released));
  base::Result<layout::Output> output = typeset(released, *std::move(tree));
  if (!output) return base::fail(std::move(output.error()));
  // A dump shows what is wrong with the boxes, too.
  if (dump == Dump::none) {
    base::Diagnostics hidden =
        timings_.measure("check boxes", [&] { return pdf::check_boxes(released, output->pages); });
    name_places(released, hidden);
    if (!hidden.empty()) return base::fail(std::move(hidden));
  }
  released = {};

  const layout::Pages& pages = output->pages;
  if (dump == Dump::pages) return dumped(layout::dump(pages), pages.pages.size());
  if (dump == Dump::structure) return dumped(layout::dump_structure(pages), pages.pages.size());
  base::Result<std::string> bytes = timings_.measure("draw", [&] {
    return pdf::write(pages, {.date = date,
                              .producer = "sable " SABLE_VERSION,
                              .icc_profile = stock_.color_profile,
                              .threads = stock_.threads});
  });
  if (!bytes) return base::fail(std::move(bytes.error()));
  return Impression{*std::move(bytes), pages.pages.size(), std::move(output->warnings)};
}

}  // namespace sable::cli
