// Every redaction of a report, wherever it stands.
#pragma once

#include <functional>

#include "report/report.h"

namespace sable::report {

// In the order of the text, the notes last. Paragraphs of one `p` have one redaction,
// which is visited with each of them.
void for_each_redaction(Report& report, const std::function<void(Redaction&)>& visit);

}  // namespace sable::report
