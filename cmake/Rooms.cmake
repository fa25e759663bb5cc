# Rooms: the static libraries of generator/, and how they are compiled.

# Warnings are errors in our own code; headers of libraries are system headers.
add_library(sable_warnings INTERFACE)
target_compile_options(sable_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)

# sable_room(NAME USES room... LIBRARIES target...)
#
# One static library of the sources in the current folder. USES names the rooms
# whose headers it may include; LIBRARIES are private to it.
function(sable_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  if(NOT sources)
    file(WRITE ${CMAKE_BINARY_DIR}/empty.cc "")
    set(sources ${CMAKE_BINARY_DIR}/empty.cc)
  endif()
  add_library(sable_${name} STATIC ${sources})
  set_target_properties(sable_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(sable_${name} PUBLIC ${CMAKE_SOURCE_DIR}/generator)
  list(TRANSFORM ROOM_USES PREPEND sable_)
  target_link_libraries(sable_${name} PUBLIC ${ROOM_USES} PRIVATE sable_warnings ${ROOM_LIBRARIES})
endfunction()

# sable_test(NAME SOURCES file... USES room... LIBRARIES target...)
#
# One GoogleTest program; each of its tests is a test of ctest.
function(sable_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  list(TRANSFORM TEST_USES PREPEND sable_)
  target_link_libraries(${name} PRIVATE ${TEST_USES} sable_warnings ${TEST_LIBRARIES}
                        GTest::gtest GTest::gmock GTest::gtest_main)
  # What is tested is optimised; the tests themselves run once and compile faster so.
  target_compile_options(${name} PRIVATE -O0)
  target_compile_definitions(${name} PRIVATE SABLE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 120 PROPERTIES TIMEOUT 600)
endfunction()
