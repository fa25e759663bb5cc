// The collection of findings.h.
#include "markup/findings.h"

namespace sable::markup {

void Findings::add(Provenance where, std::string code, std::string message, std::string help,
                   std::string echo, base::Fault fault) {
  if (diagnostics_.size() >= kMost) return;
  const base::Span& place = where.template_place;
  if (!told_.insert({place.file, place.begin, message, echo}).second) return;
  auto diagnostic = base::error_at(place, std::move(code), std::move(message), std::move(help));
  diagnostic.echo = std::move(echo);
  diagnostic.fault = fault;
  if (where.ordinal != Provenance::kNone) {
    diagnostic.place = released::block_path(released_, where.ordinal);
  }
  diagnostics_.push_back(std::move(diagnostic));
}

void Findings::relate(base::Span place, std::string text) {
  if (!diagnostics_.empty()) diagnostics_.back().related.push_back({place, std::move(text)});
}

}  // namespace sable::markup
