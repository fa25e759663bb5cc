// What a report says of its own marking and handling.
//
// In:  `authority:`, `distribution:`, and the fields `compilation`, `waiver`, `transmittal`,
//      `cui` and `working-paper` of `marking:`.
// Out: the front matter of the report, each text a line of its own that may be withheld.
//
// Sources: 32 CFR 2001.21 and 2001.22 (authority blocks), 2001.13 (compilation), 2001.24
// (transmittal, working papers, waivers); 32 CFR 2002.20(b) (designation indicator).
#pragma once

#include "report/fields.h"
#include "report/portion.h"
#include "report/report.h"

namespace sable::report {

// Of `marking:`, once its overall marking is read.
void read_marking_lines(const Fields& marking, Report& report, Context& context);

// Once the date of the report is read: what is decided on that day may last 25 years.
void read_authority(const source::Value& value, Report& report, Context& context);

void read_distribution(const source::Value& value, Report& report, Context& context);

// One line of plain text that may be withheld as a whole: `shape.what` names it.
RichText read_plain_line(const source::Value& value, const Shape& shape, Context& context);

}  // namespace sable::report
