// Turns checked template files into the form that is filled. Private to the room.
//
// In:  files that check.h found good.
// Out: Template::Parts; or a diagnostic if kainjow's parser refuses what ours took.
#pragma once

#include <memory>
#include <vector>

#include "base/diagnostic.h"
#include "markup/check.h"
#include "markup/parts.h"

namespace sable::markup {

base::Result<std::shared_ptr<const Template::Parts>> compile(
    const std::vector<TemplateFile>& files);

}  // namespace sable::markup
