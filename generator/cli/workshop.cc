#include "cli/workshop.h"

#include <utility>

#include "cli/places.h"

namespace sable::cli {

base::Result<void> Workshop::open(const PlaceArguments& arguments,
                                  const std::vector<std::string>& release_files, unsigned threads) {
  const base::Result<Places> places =
      find_places(world_, arguments, surroundings_.home, surroundings_.program_folder);
  if (!places) return base::fail(places.error());
  base::Result<Stock> stock =
      timings_.measure("load", [&] { return load_stock(world_, sources_, *places); });
  if (!stock) return base::fail(std::move(stock.error()));
  stock->threads = threads;
  press_.emplace(world_, sources_, *std::move(stock), timings_);
  desk_.emplace(surroundings_.svg_program, press_->manifest());
  auto releases = load_release_files(world_, sources_, release_files);
  if (!releases) return base::fail(std::move(releases.error()));
  release_files_ = *std::move(releases);
  return {};
}

base::Result<Intake> Workshop::take_in(const std::string& file) {
  const auto id = load_report(world_, sources_, file, surroundings_.streams.input);
  if (!id) return base::fail(id.error());
  return cli::take_in(world_, sources_, *id, timings_, release_files_);
}

}  // namespace sable::cli
