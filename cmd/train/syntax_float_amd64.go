package main

import "golang.org/x/sys/cpu"

// vectors tells whether the processor has the vector instructions of the tiles.
var vectors = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// tile4 adds the product of four rows of a and sixteen columns of b to c; see
// gemm for the strides.
//
//go:noescape
func tile4(c *float32, cs int, a *float32, am, ak int, b *float32, bs, k int)

// tile1 adds the product of one row and 64 columns to c.
//
//go:noescape
func tile1(c, a *float32, ak int, b *float32, bs, k int)

// tile1narrow adds the product of one row and sixteen columns to c.
//
//go:noescape
func tile1narrow(c, a *float32, ak int, b *float32, bs, k int)

// dotVector is the sum of products of n numbers, a multiple of sixteen.
//
//go:noescape
func dotVector(a, b *float32, n int) float32

// axpyVector adds s times src to dst, n numbers, a multiple of sixteen.
//
//go:noescape
func axpyVector(dst, src *float32, s float32, n int)

// cellForwardVector is cellForward of h cells, a multiple of eight.
//
//go:noescape
func cellForwardVector(gates, before, cell, squashed, out *float32, h int)

// cellBackwardVector is cellBackward of h cells, a multiple of eight.
//
//go:noescape
func cellBackwardVector(gates, before, squashed, dh, dc, dg *float32, h int)

// adamVector is adam of n weights, a multiple of eight.
//
//go:noescape
func adamVector(w, gradient, m, v *float32, n int, rate, correction float32)
