package fixed

import "golang.org/x/sys/cpu"

var vectors = cpu.X86.HasAVX2

// multiply4 adds the products of four vectors to dst: strides are in numbers,
// blocks in sixteens of columns.
//
//go:noescape
func multiply4(dst *int16, dstStride int, a *int16, aStride int, pairs *int16, inPairs, blocks, shift int)

// multiply1 is the same for one vector.
//
//go:noescape
func multiply1(dst, a, pairs *int16, inPairs, blocks, shift int)

// cell is plainCell, n a multiple of sixteen.
//
//go:noescape
func cell(gates, cells, out *int16, n int)
