//go:build !amd64

package main

const vectors = false

func tile4(c *float32, cs int, a *float32, am, ak int, b *float32, bs, k int) {}
func tile1(c, a *float32, ak int, b *float32, bs, k int)                      {}
func tile1narrow(c, a *float32, ak int, b *float32, bs, k int)                {}
func dotVector(a, b *float32, n int) float32                                  { return 0 }
func axpyVector(dst, src *float32, s float32, n int)                          {}
func cellForwardVector(gates, before, cell, squashed, out *float32, h int)    {}
func cellBackwardVector(gates, before, squashed, dh, dc, dg *float32, h int)  {}
func adamVector(w, gradient, m, v *float32, n int, rate, correction float32)  {}
