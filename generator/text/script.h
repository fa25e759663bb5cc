// The script and direction of a run.
//
// In:  its text, and the script that its language is usually written in.
// Out: an OpenType script and a direction for HarfBuzz.
//
// UAX #24, 5.1: Common and Inherited characters take the script of what stands
// around them; a run of nothing else (a number, a bracket) takes its
// language's, so that it is kerned as the words beside it are.
#pragma once

#include <hb.h>

#include <string_view>

namespace sable::text {

struct ScriptRun {
  hb_script_t script = HB_SCRIPT_COMMON;
  hb_direction_t direction = HB_DIRECTION_LTR;
};

// The first character with a script of its own decides.
ScriptRun resolve_script(std::string_view text, hb_script_t of_language);

// The likely script of a BCP 47 tag (UTS #35, likely subtags); Common for an
// empty or unknown one.
hb_script_t script_of_language(std::string_view language);

}  // namespace sable::text
