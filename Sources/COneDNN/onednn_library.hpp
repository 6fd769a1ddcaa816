// oneDNN through a table of its functions: it is opened with the first convolution or product, since
// opening it, with OpenMP and OpenCL, takes as long as much of what cells do without it.
//
// The C++ interface is a header that calls the C interface; it is included here and nowhere else.
#pragma once

#include <oneapi/dnnl/dnnl.h>

#include "CSharedLibrary.h"

#define ONEDNN_FUNCTIONS(each)                  \
  ONEDNN_FUNCTIONS_OF_VERSION(each)             \
  each(dnnl_engine_create)                      \
  each(dnnl_engine_destroy)                     \
  each(dnnl_memory_create)                      \
  each(dnnl_memory_destroy)                     \
  each(dnnl_memory_desc_equal)                  \
  each(dnnl_memory_desc_get_size)               \
  each(dnnl_primitive_attr_create)              \
  each(dnnl_primitive_attr_destroy)             \
  each(dnnl_primitive_attr_set_scratchpad_mode) \
  each(dnnl_primitive_create)                   \
  each(dnnl_primitive_desc_destroy)             \
  each(dnnl_primitive_desc_query_md)            \
  each(dnnl_primitive_destroy)                  \
  each(dnnl_primitive_execute)                  \
  each(dnnl_reorder_primitive_desc_create)      \
  each(dnnl_sgemm)                              \
  each(dnnl_stream_create)                      \
  each(dnnl_stream_destroy)                     \
  each(dnnl_stream_wait)

#if DNNL_VERSION_MAJOR >= 3
#define ONEDNN_FUNCTIONS_OF_VERSION(each)                   \
  each(dnnl_convolution_forward_primitive_desc_create)      \
  each(dnnl_convolution_backward_data_primitive_desc_create) \
  each(dnnl_convolution_backward_weights_primitive_desc_create) \
  each(dnnl_memory_desc_clone)                              \
  each(dnnl_memory_desc_create_with_tag)                    \
  each(dnnl_memory_desc_destroy)                            \
  each(dnnl_memory_desc_query)
#else
#define ONEDNN_FUNCTIONS_OF_VERSION(each)            \
  each(dnnl_convolution_forward_desc_init)           \
  each(dnnl_convolution_backward_data_desc_init)     \
  each(dnnl_convolution_backward_weights_desc_init)  \
  each(dnnl_memory_desc_init_by_tag)                 \
  each(dnnl_primitive_desc_iterator_create)          \
  each(dnnl_primitive_desc_iterator_destroy)         \
  each(dnnl_primitive_desc_iterator_fetch)
#endif

namespace mamlnb {

struct OneDNN {
  ONEDNN_FUNCTIONS(CSHAREDLIBRARY_MEMBER)
};

/// oneDNN's functions; throws where it cannot be loaded.
const OneDNN &oneDNN();

}  // namespace mamlnb

#define dnnl_engine_create ::mamlnb::oneDNN().dnnl_engine_create
#define dnnl_engine_destroy ::mamlnb::oneDNN().dnnl_engine_destroy
#define dnnl_memory_create ::mamlnb::oneDNN().dnnl_memory_create
#define dnnl_memory_destroy ::mamlnb::oneDNN().dnnl_memory_destroy
#define dnnl_memory_desc_equal ::mamlnb::oneDNN().dnnl_memory_desc_equal
#define dnnl_memory_desc_get_size ::mamlnb::oneDNN().dnnl_memory_desc_get_size
#define dnnl_primitive_attr_create ::mamlnb::oneDNN().dnnl_primitive_attr_create
#define dnnl_primitive_attr_destroy ::mamlnb::oneDNN().dnnl_primitive_attr_destroy
#define dnnl_primitive_attr_set_scratchpad_mode \
  ::mamlnb::oneDNN().dnnl_primitive_attr_set_scratchpad_mode
#define dnnl_primitive_create ::mamlnb::oneDNN().dnnl_primitive_create
#define dnnl_primitive_desc_destroy ::mamlnb::oneDNN().dnnl_primitive_desc_destroy
#define dnnl_primitive_desc_query_md ::mamlnb::oneDNN().dnnl_primitive_desc_query_md
#define dnnl_primitive_destroy ::mamlnb::oneDNN().dnnl_primitive_destroy
#define dnnl_primitive_execute ::mamlnb::oneDNN().dnnl_primitive_execute
#define dnnl_reorder_primitive_desc_create ::mamlnb::oneDNN().dnnl_reorder_primitive_desc_create
#define dnnl_sgemm ::mamlnb::oneDNN().dnnl_sgemm
#define dnnl_stream_create ::mamlnb::oneDNN().dnnl_stream_create
#define dnnl_stream_destroy ::mamlnb::oneDNN().dnnl_stream_destroy
#define dnnl_stream_wait ::mamlnb::oneDNN().dnnl_stream_wait

#if DNNL_VERSION_MAJOR >= 3
#define dnnl_convolution_forward_primitive_desc_create \
  ::mamlnb::oneDNN().dnnl_convolution_forward_primitive_desc_create
#define dnnl_convolution_backward_data_primitive_desc_create \
  ::mamlnb::oneDNN().dnnl_convolution_backward_data_primitive_desc_create
#define dnnl_convolution_backward_weights_primitive_desc_create \
  ::mamlnb::oneDNN().dnnl_convolution_backward_weights_primitive_desc_create
#define dnnl_memory_desc_clone ::mamlnb::oneDNN().dnnl_memory_desc_clone
#define dnnl_memory_desc_create_with_tag ::mamlnb::oneDNN().dnnl_memory_desc_create_with_tag
#define dnnl_memory_desc_destroy ::mamlnb::oneDNN().dnnl_memory_desc_destroy
#define dnnl_memory_desc_query ::mamlnb::oneDNN().dnnl_memory_desc_query
#else
#define dnnl_convolution_forward_desc_init ::mamlnb::oneDNN().dnnl_convolution_forward_desc_init
#define dnnl_convolution_backward_data_desc_init \
  ::mamlnb::oneDNN().dnnl_convolution_backward_data_desc_init
#define dnnl_convolution_backward_weights_desc_init \
  ::mamlnb::oneDNN().dnnl_convolution_backward_weights_desc_init
#define dnnl_memory_desc_init_by_tag ::mamlnb::oneDNN().dnnl_memory_desc_init_by_tag
#define dnnl_primitive_desc_iterator_create ::mamlnb::oneDNN().dnnl_primitive_desc_iterator_create
#define dnnl_primitive_desc_iterator_destroy \
  ::mamlnb::oneDNN().dnnl_primitive_desc_iterator_destroy
#define dnnl_primitive_desc_iterator_fetch ::mamlnb::oneDNN().dnnl_primitive_desc_iterator_fetch
#endif

#include <oneapi/dnnl/dnnl.hpp>
