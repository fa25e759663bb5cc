#include "typesetter.h"

#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "cli/template_chain.h"
#include "cli/workshop.h"
#include "layout/layout.h"
#include "markup/contents.h"
#include "markup/fill.h"
#include "release/withhold.h"
#include "style/styler.h"
#include "text/word_order.h"
#include "unit/cli/program.h"

namespace sable::testing {

namespace {

struct Design {
  markup::Template pages;
  style::Sheet sheet;
};

class Typesetter {
 public:
  Typesetter(const base::World& world, base::SourceSet& sources, const cli::Manifest& manifest)
      : world_(world),
        sources_(sources),
        manifest_(manifest),
        places_(*cli::find_places(world, {}, "/sable", "/usr/bin")),
        patterns_(std::make_shared<text::PatternShelf>(world, manifest.hyphenation)) {}

  std::optional<layout::Pages> set(const released::Released& released) {
    const auto [known, is_new] = designs_.try_emplace(released.template_name);
    if (is_new) known->second = load(released.template_name);
    const std::optional<Design>& design = known->second;
    if (!design) return std::nullopt;
    auto filled = markup::fill(design->pages, sources_, released);
    if (!filled) return std::nullopt;
    const text::WordOrder order(released.language);
    const markup::Tree tree = markup::with_contents(
        *std::move(filled), [&](std::string_view a, std::string_view b) { return order(a, b); });
    const style::StyledTree styled = style::apply(design->sheet, tree);
    auto fonts = std::make_shared<text::FontBook>(world_, manifest_.fonts, manifest_.fallbacks);
    text::Hyphenator hyphenator(patterns_);
    auto output =
        layout::lay_out({tree, styled, std::make_shared<text::Shaper>(std::move(fonts)), hyphenator,
                         *released.system, released.overall,
                         released.banner == released::BannerScope::per_page, released.pictures});
    if (!output) return std::nullopt;
    return std::move(output->pages);
  }

 private:
  std::optional<Design> load(const std::string& name) {
    const auto chain = cli::find_template_chain(world_, sources_, places_, name);
    if (!chain) return std::nullopt;
    auto pages = markup::load_template(world_, sources_, chain->folders);
    std::vector<base::FileId> sheets;
    for (auto folder = chain->folders.rbegin(); folder != chain->folders.rend(); ++folder) {
      const std::string path = *folder + "/style.css";
      if (!world_.is_file(path)) continue;
      sheets.push_back(sources_.add(path, *world_.read(path), base::Secrecy::open));
    }
    std::set<std::string> families;
    for (const text::FontEntry& font : manifest_.fonts) families.insert(font.family);
    auto sheet =
        style::parse_sheet(sources_, sheets, chain->tokens, {families.begin(), families.end()});
    if (!pages || !sheet) return std::nullopt;
    return Design{*std::move(pages), *std::move(sheet)};
  }

  const base::World& world_;
  base::SourceSet& sources_;
  const cli::Manifest& manifest_;
  cli::Places places_;
  std::shared_ptr<text::PatternShelf> patterns_;
  std::map<std::string, std::optional<Design>> designs_;
};

}  // namespace

std::vector<SetRelease> set_releases(const std::string& report,
                                     std::map<std::string, std::string> files) {
  cli::testing::Program program;
  program.world.files.merge(files);
  program.world.files["report.yaml"] = report;
  cli::Surroundings surroundings;
  surroundings.home = program.home;
  surroundings.program_folder = "/usr/bin";
  cli::Workshop shop(program.world, surroundings);
  if (!shop.open({}, {})) return {};
  const auto intake = shop.take_in("report.yaml");
  if (!intake) return {};
  const release::Album album(program.world, intake->folder, shop.svg_tools());
  Typesetter typesetter(program.world, shop.sources(), shop.press().manifest());
  std::vector<SetRelease> releases;
  for (const release::Profile& profile : intake->profiles) {
    auto withheld = release::withhold(intake->report, profile, &album);
    if (!withheld) continue;
    auto pages = typesetter.set(withheld->released);
    if (!pages) continue;
    releases.push_back({profile.name, std::move(withheld->released), *std::move(pages)});
  }
  return releases;
}

}  // namespace sable::testing
