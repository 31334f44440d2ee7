//go:build !amd64 && !arm64

package fixed

const vectors = false

func multiply4(dst *int16, dstStride int, a *int16, aStride int, pairs *int16, inPairs, blocks, shift int) {
}
func multiply1(dst, a, pairs *int16, inPairs, blocks, shift int) {}
func cell(gates, cells, out *int16, n int)                       {}
