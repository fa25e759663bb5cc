// Controlled unclassified information of the United States.
//
// In:  nothing.
// Out: a System.
//
// Sources: 32 CFR 2002.20; CUI Marking Handbook of the National Archives, version 1.1;
// the CUI Registry's limited dissemination controls. The variant of the Department of
// Defense (DoDI 5200.48), whose banner is CUI alone, is a system of two levels.
#pragma once

#include <memory>

#include "marking/marking.h"

namespace sable::marking {

std::shared_ptr<const System> make_cui_system();

}  // namespace sable::marking
