// The words of rich text, without what is withheld, called or referred to.
#pragma once

#include <string>

#include "released/released.h"

namespace sable::release {

std::string plain_text(const released::Inlines& inlines);

}  // namespace sable::release
