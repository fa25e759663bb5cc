// Files that only their owner may read.
//
// In:  whether they are wanted.
// Out: while it lives, what this process makes anew has no rights for others, whatever
//      the umask says; what it replaces keeps those that it had (disk.cc).
//
// POSIX.1-2017, umask. The mask is that of the whole process: no other thread may make
// files meanwhile.
#pragma once

namespace sable::base {

class OwnerOnly {
 public:
  explicit OwnerOnly(bool wanted);
  ~OwnerOnly();
  OwnerOnly(const OwnerOnly&) = delete;
  OwnerOnly& operator=(const OwnerOnly&) = delete;

 private:
  unsigned before_;
};

}  // namespace sable::base
