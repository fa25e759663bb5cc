#include "base/owner_only.h"

#include <sys/stat.h>

namespace sable::base {

OwnerOnly::OwnerOnly(bool wanted) : before_(::umask(S_IRWXG | S_IRWXO)) {
  if (!wanted) ::umask(before_);
}

OwnerOnly::~OwnerOnly() { ::umask(before_); }

}  // namespace sable::base
