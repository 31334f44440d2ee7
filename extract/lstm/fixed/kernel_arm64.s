#include "textflag.h"

// The assembler has no names for most of these instructions: they stand as words,
// with what they are behind them.

// func multiply4(dst *int16, dstStride int, a *int16, aStride int, pairs *int16, inPairs, blocks, shift int)
TEXT ·multiply4(SB), NOSPLIT, $0-64
	MOVD dst+0(FP), R0
	MOVD dstStride+8(FP), R8
	MOVD a+16(FP), R1
	MOVD aStride+24(FP), R9
	MOVD pairs+32(FP), R2
	MOVD inPairs+40(FP), R3
	MOVD blocks+48(FP), R4
	MOVD shift+56(FP), R5
	NEG  R5, R6
	WORD $0x4e040cde // dup v30.4s, w6
	MOVD $1, R7
	SUB  $1, R5, R5
	LSL  R5, R7, R7
	WORD $0x4e040cfd // dup v29.4s, w7
	LSL  $1, R8, R8
	LSL  $1, R9, R9
	ADD  R8, R0, R13
	ADD  R8, R13, R14
	ADD  R8, R14, R15

block4:
	MOVD R1, R10
	ADD  R9, R10, R11
	ADD  R9, R11, R12
	ADD  R9, R12, R16
	MOVD R3, R7
	WORD $0x4f000400 // movi v0.4s, #0
	WORD $0x4f000401 // movi v1.4s, #0
	WORD $0x4f000402 // movi v2.4s, #0
	WORD $0x4f000403 // movi v3.4s, #0
	WORD $0x4f000404 // movi v4.4s, #0
	WORD $0x4f000405 // movi v5.4s, #0
	WORD $0x4f000406 // movi v6.4s, #0
	WORD $0x4f000407 // movi v7.4s, #0
	WORD $0x4f000408 // movi v8.4s, #0
	WORD $0x4f000409 // movi v9.4s, #0
	WORD $0x4f00040a // movi v10.4s, #0
	WORD $0x4f00040b // movi v11.4s, #0
	WORD $0x4f00040c // movi v12.4s, #0
	WORD $0x4f00040d // movi v13.4s, #0
	WORD $0x4f00040e // movi v14.4s, #0
	WORD $0x4f00040f // movi v15.4s, #0

pair4:
	WORD $0x4cdf8450 // ld2 {v16.8h, v17.8h}, [x2], #32
	WORD $0x4cdf8452 // ld2 {v18.8h, v19.8h}, [x2], #32
	WORD $0x4ddfc554 // ld1r {v20.8h}, [x10], #2
	WORD $0x4ddfc555 // ld1r {v21.8h}, [x10], #2
	WORD $0x0e748200 // smlal v0.4s, v16.4h, v20.4h
	WORD $0x4e748201 // smlal2 v1.4s, v16.8h, v20.8h
	WORD $0x0e748242 // smlal v2.4s, v18.4h, v20.4h
	WORD $0x4e748243 // smlal2 v3.4s, v18.8h, v20.8h
	WORD $0x0e758220 // smlal v0.4s, v17.4h, v21.4h
	WORD $0x4e758221 // smlal2 v1.4s, v17.8h, v21.8h
	WORD $0x0e758262 // smlal v2.4s, v19.4h, v21.4h
	WORD $0x4e758263 // smlal2 v3.4s, v19.8h, v21.8h
	WORD $0x4ddfc574 // ld1r {v20.8h}, [x11], #2
	WORD $0x4ddfc575 // ld1r {v21.8h}, [x11], #2
	WORD $0x0e748204 // smlal v4.4s, v16.4h, v20.4h
	WORD $0x4e748205 // smlal2 v5.4s, v16.8h, v20.8h
	WORD $0x0e748246 // smlal v6.4s, v18.4h, v20.4h
	WORD $0x4e748247 // smlal2 v7.4s, v18.8h, v20.8h
	WORD $0x0e758224 // smlal v4.4s, v17.4h, v21.4h
	WORD $0x4e758225 // smlal2 v5.4s, v17.8h, v21.8h
	WORD $0x0e758266 // smlal v6.4s, v19.4h, v21.4h
	WORD $0x4e758267 // smlal2 v7.4s, v19.8h, v21.8h
	WORD $0x4ddfc594 // ld1r {v20.8h}, [x12], #2
	WORD $0x4ddfc595 // ld1r {v21.8h}, [x12], #2
	WORD $0x0e748208 // smlal v8.4s, v16.4h, v20.4h
	WORD $0x4e748209 // smlal2 v9.4s, v16.8h, v20.8h
	WORD $0x0e74824a // smlal v10.4s, v18.4h, v20.4h
	WORD $0x4e74824b // smlal2 v11.4s, v18.8h, v20.8h
	WORD $0x0e758228 // smlal v8.4s, v17.4h, v21.4h
	WORD $0x4e758229 // smlal2 v9.4s, v17.8h, v21.8h
	WORD $0x0e75826a // smlal v10.4s, v19.4h, v21.4h
	WORD $0x4e75826b // smlal2 v11.4s, v19.8h, v21.8h
	WORD $0x4ddfc614 // ld1r {v20.8h}, [x16], #2
	WORD $0x4ddfc615 // ld1r {v21.8h}, [x16], #2
	WORD $0x0e74820c // smlal v12.4s, v16.4h, v20.4h
	WORD $0x4e74820d // smlal2 v13.4s, v16.8h, v20.8h
	WORD $0x0e74824e // smlal v14.4s, v18.4h, v20.4h
	WORD $0x4e74824f // smlal2 v15.4s, v18.8h, v20.8h
	WORD $0x0e75822c // smlal v12.4s, v17.4h, v21.4h
	WORD $0x4e75822d // smlal2 v13.4s, v17.8h, v21.8h
	WORD $0x0e75826e // smlal v14.4s, v19.4h, v21.4h
	WORD $0x4e75826f // smlal2 v15.4s, v19.8h, v21.8h
	SUBS $1, R7, R7
	BNE  pair4

	WORD $0x4ebd8400 // add v0.4s, v0.4s, v29.4s
	WORD $0x4ebe4400 // sshl v0.4s, v0.4s, v30.4s
	WORD $0x4ebd8421 // add v1.4s, v1.4s, v29.4s
	WORD $0x4ebe4421 // sshl v1.4s, v1.4s, v30.4s
	WORD $0x4ebd8442 // add v2.4s, v2.4s, v29.4s
	WORD $0x4ebe4442 // sshl v2.4s, v2.4s, v30.4s
	WORD $0x4ebd8463 // add v3.4s, v3.4s, v29.4s
	WORD $0x4ebe4463 // sshl v3.4s, v3.4s, v30.4s
	WORD $0x0e614800 // sqxtn v0.4h, v0.4s
	WORD $0x4e614820 // sqxtn2 v0.8h, v1.4s
	WORD $0x0e614842 // sqxtn v2.4h, v2.4s
	WORD $0x4e614862 // sqxtn2 v2.8h, v3.4s
	WORD $0x4c40a414 // ld1 {v20.8h, v21.8h}, [x0]
	WORD $0x4e600e94 // sqadd v20.8h, v20.8h, v0.8h
	WORD $0x4e620eb5 // sqadd v21.8h, v21.8h, v2.8h
	WORD $0x4c9fa414 // st1 {v20.8h, v21.8h}, [x0], #32
	WORD $0x4ebd8484 // add v4.4s, v4.4s, v29.4s
	WORD $0x4ebe4484 // sshl v4.4s, v4.4s, v30.4s
	WORD $0x4ebd84a5 // add v5.4s, v5.4s, v29.4s
	WORD $0x4ebe44a5 // sshl v5.4s, v5.4s, v30.4s
	WORD $0x4ebd84c6 // add v6.4s, v6.4s, v29.4s
	WORD $0x4ebe44c6 // sshl v6.4s, v6.4s, v30.4s
	WORD $0x4ebd84e7 // add v7.4s, v7.4s, v29.4s
	WORD $0x4ebe44e7 // sshl v7.4s, v7.4s, v30.4s
	WORD $0x0e614884 // sqxtn v4.4h, v4.4s
	WORD $0x4e6148a4 // sqxtn2 v4.8h, v5.4s
	WORD $0x0e6148c6 // sqxtn v6.4h, v6.4s
	WORD $0x4e6148e6 // sqxtn2 v6.8h, v7.4s
	WORD $0x4c40a5b4 // ld1 {v20.8h, v21.8h}, [x13]
	WORD $0x4e640e94 // sqadd v20.8h, v20.8h, v4.8h
	WORD $0x4e660eb5 // sqadd v21.8h, v21.8h, v6.8h
	WORD $0x4c9fa5b4 // st1 {v20.8h, v21.8h}, [x13], #32
	WORD $0x4ebd8508 // add v8.4s, v8.4s, v29.4s
	WORD $0x4ebe4508 // sshl v8.4s, v8.4s, v30.4s
	WORD $0x4ebd8529 // add v9.4s, v9.4s, v29.4s
	WORD $0x4ebe4529 // sshl v9.4s, v9.4s, v30.4s
	WORD $0x4ebd854a // add v10.4s, v10.4s, v29.4s
	WORD $0x4ebe454a // sshl v10.4s, v10.4s, v30.4s
	WORD $0x4ebd856b // add v11.4s, v11.4s, v29.4s
	WORD $0x4ebe456b // sshl v11.4s, v11.4s, v30.4s
	WORD $0x0e614908 // sqxtn v8.4h, v8.4s
	WORD $0x4e614928 // sqxtn2 v8.8h, v9.4s
	WORD $0x0e61494a // sqxtn v10.4h, v10.4s
	WORD $0x4e61496a // sqxtn2 v10.8h, v11.4s
	WORD $0x4c40a5d4 // ld1 {v20.8h, v21.8h}, [x14]
	WORD $0x4e680e94 // sqadd v20.8h, v20.8h, v8.8h
	WORD $0x4e6a0eb5 // sqadd v21.8h, v21.8h, v10.8h
	WORD $0x4c9fa5d4 // st1 {v20.8h, v21.8h}, [x14], #32
	WORD $0x4ebd858c // add v12.4s, v12.4s, v29.4s
	WORD $0x4ebe458c // sshl v12.4s, v12.4s, v30.4s
	WORD $0x4ebd85ad // add v13.4s, v13.4s, v29.4s
	WORD $0x4ebe45ad // sshl v13.4s, v13.4s, v30.4s
	WORD $0x4ebd85ce // add v14.4s, v14.4s, v29.4s
	WORD $0x4ebe45ce // sshl v14.4s, v14.4s, v30.4s
	WORD $0x4ebd85ef // add v15.4s, v15.4s, v29.4s
	WORD $0x4ebe45ef // sshl v15.4s, v15.4s, v30.4s
	WORD $0x0e61498c // sqxtn v12.4h, v12.4s
	WORD $0x4e6149ac // sqxtn2 v12.8h, v13.4s
	WORD $0x0e6149ce // sqxtn v14.4h, v14.4s
	WORD $0x4e6149ee // sqxtn2 v14.8h, v15.4s
	WORD $0x4c40a5f4 // ld1 {v20.8h, v21.8h}, [x15]
	WORD $0x4e6c0e94 // sqadd v20.8h, v20.8h, v12.8h
	WORD $0x4e6e0eb5 // sqadd v21.8h, v21.8h, v14.8h
	WORD $0x4c9fa5f4 // st1 {v20.8h, v21.8h}, [x15], #32
	SUBS $1, R4, R4
	BNE  block4
	RET

// func multiply1(dst, a, pairs *int16, inPairs, blocks, shift int)
TEXT ·multiply1(SB), NOSPLIT, $0-48
	MOVD dst+0(FP), R0
	MOVD a+8(FP), R1
	MOVD pairs+16(FP), R2
	MOVD inPairs+24(FP), R3
	MOVD blocks+32(FP), R4
	MOVD shift+40(FP), R5
	NEG  R5, R6
	WORD $0x4e040cde // dup v30.4s, w6
	MOVD $1, R7
	SUB  $1, R5, R5
	LSL  R5, R7, R7
	WORD $0x4e040cfd // dup v29.4s, w7

block1:
	MOVD R1, R10
	MOVD R3, R7
	WORD $0x4f000400 // movi v0.4s, #0
	WORD $0x4f000401 // movi v1.4s, #0
	WORD $0x4f000402 // movi v2.4s, #0
	WORD $0x4f000403 // movi v3.4s, #0

pair1:
	WORD $0x4cdf8450 // ld2 {v16.8h, v17.8h}, [x2], #32
	WORD $0x4cdf8452 // ld2 {v18.8h, v19.8h}, [x2], #32
	WORD $0x4ddfc554 // ld1r {v20.8h}, [x10], #2
	WORD $0x4ddfc555 // ld1r {v21.8h}, [x10], #2
	WORD $0x0e748200 // smlal v0.4s, v16.4h, v20.4h
	WORD $0x4e748201 // smlal2 v1.4s, v16.8h, v20.8h
	WORD $0x0e748242 // smlal v2.4s, v18.4h, v20.4h
	WORD $0x4e748243 // smlal2 v3.4s, v18.8h, v20.8h
	WORD $0x0e758220 // smlal v0.4s, v17.4h, v21.4h
	WORD $0x4e758221 // smlal2 v1.4s, v17.8h, v21.8h
	WORD $0x0e758262 // smlal v2.4s, v19.4h, v21.4h
	WORD $0x4e758263 // smlal2 v3.4s, v19.8h, v21.8h
	SUBS $1, R7, R7
	BNE  pair1

	WORD $0x4ebd8400 // add v0.4s, v0.4s, v29.4s
	WORD $0x4ebe4400 // sshl v0.4s, v0.4s, v30.4s
	WORD $0x4ebd8421 // add v1.4s, v1.4s, v29.4s
	WORD $0x4ebe4421 // sshl v1.4s, v1.4s, v30.4s
	WORD $0x4ebd8442 // add v2.4s, v2.4s, v29.4s
	WORD $0x4ebe4442 // sshl v2.4s, v2.4s, v30.4s
	WORD $0x4ebd8463 // add v3.4s, v3.4s, v29.4s
	WORD $0x4ebe4463 // sshl v3.4s, v3.4s, v30.4s
	WORD $0x0e614800 // sqxtn v0.4h, v0.4s
	WORD $0x4e614820 // sqxtn2 v0.8h, v1.4s
	WORD $0x0e614842 // sqxtn v2.4h, v2.4s
	WORD $0x4e614862 // sqxtn2 v2.8h, v3.4s
	WORD $0x4c40a414 // ld1 {v20.8h, v21.8h}, [x0]
	WORD $0x4e600e94 // sqadd v20.8h, v20.8h, v0.8h
	WORD $0x4e620eb5 // sqadd v21.8h, v21.8h, v2.8h
	WORD $0x4c9fa414 // st1 {v20.8h, v21.8h}, [x0], #32
	SUBS $1, R4, R4
	BNE  block1
	RET

// func cell(gates, cells, out *int16, n int)
TEXT ·cell(SB), NOSPLIT, $0-32
	MOVD gates+0(FP), R0
	MOVD cells+8(FP), R1
	MOVD out+16(FP), R2
	MOVD n+24(FP), R3
	LSL  $1, R3, R4
	ADD  R4, R0, R5 // forget gates
	ADD  R4, R5, R6 // output gates
	ADD  R4, R6, R7 // candidates
	MOVD $15786, R8
	WORD $0x4e020d18 // dup v24.8h, w8
	MOVD $2315, R8
	WORD $0x4e020d19 // dup v25.8h, w8
	MOVD $-4181, R8
	WORD $0x4e020d1a // dup v26.8h, w8
	MOVD $5528, R8
	WORD $0x4e020d1b // dup v27.8h, w8
	MOVD $-6260, R8
	WORD $0x4e020d1c // dup v28.8h, w8
	MOVD $2651, R8
	WORD $0x4e020d1d // dup v29.8h, w8
	MOVD $2841, R8
	WORD $0x4e020d1e // dup v30.8h, w8
	MOVD $-2314, R8
	WORD $0x4e020d1f // dup v31.8h, w8
	MOVD $16383, R8
	WORD $0x4e020d14 // dup v20.8h, w8
	MOVD $-16383, R8
	WORD $0x4e020d15 // dup v21.8h, w8
	MOVD $-32768, R8
	WORD $0x4e020d16 // dup v22.8h, w8
	MOVD $16384, R8
	WORD $0x4e020d12 // dup v18.8h, w8
	MOVD $2, R8
	WORD $0x4e020d13 // dup v19.8h, w8

eight:
	WORD $0x4cdf7400 // ld1 {v0.8h}, [x0], #16
	WORD $0x4cdf74a1 // ld1 {v1.8h}, [x5], #16
	WORD $0x4cdf74c2 // ld1 {v2.8h}, [x6], #16
	WORD $0x4cdf74e3 // ld1 {v3.8h}, [x7], #16
	WORD $0x4c407437 // ld1 {v23.8h}, [x1]
	WORD $0x4f1f0400 // sshr v0.8h, v0.8h, #1
	WORD $0x4e746c00 // smin v0.8h, v0.8h, v20.8h
	WORD $0x4e756400 // smax v0.8h, v0.8h, v21.8h
	WORD $0x4f110404 // sshr v4.8h, v0.8h, #15
	WORD $0x4e60b805 // abs v5.8h, v0.8h
	WORD $0x4f1254a5 // shl v5.8h, v5.8h, #2
	WORD $0x4e7684a5 // add v5.8h, v5.8h, v22.8h
	WORD $0x6e65b7e0 // sqrdmulh v0.8h, v31.8h, v5.8h
	WORD $0x4e7e8400 // add v0.8h, v0.8h, v30.8h
	WORD $0x6e65b400 // sqrdmulh v0.8h, v0.8h, v5.8h
	WORD $0x4e7d8400 // add v0.8h, v0.8h, v29.8h
	WORD $0x6e65b400 // sqrdmulh v0.8h, v0.8h, v5.8h
	WORD $0x4e7c8400 // add v0.8h, v0.8h, v28.8h
	WORD $0x6e65b400 // sqrdmulh v0.8h, v0.8h, v5.8h
	WORD $0x4e7b8400 // add v0.8h, v0.8h, v27.8h
	WORD $0x6e65b400 // sqrdmulh v0.8h, v0.8h, v5.8h
	WORD $0x4e7a8400 // add v0.8h, v0.8h, v26.8h
	WORD $0x6e65b400 // sqrdmulh v0.8h, v0.8h, v5.8h
	WORD $0x4e798400 // add v0.8h, v0.8h, v25.8h
	WORD $0x6e65b400 // sqrdmulh v0.8h, v0.8h, v5.8h
	WORD $0x4e788400 // add v0.8h, v0.8h, v24.8h
	WORD $0x6e241c00 // eor v0.16b, v0.16b, v4.16b
	WORD $0x6e648400 // sub v0.8h, v0.8h, v4.8h
	WORD $0x4e728400 // add v0.8h, v0.8h, v18.8h
	WORD $0x4f1f0421 // sshr v1.8h, v1.8h, #1
	WORD $0x4e746c21 // smin v1.8h, v1.8h, v20.8h
	WORD $0x4e756421 // smax v1.8h, v1.8h, v21.8h
	WORD $0x4f110426 // sshr v6.8h, v1.8h, #15
	WORD $0x4e60b827 // abs v7.8h, v1.8h
	WORD $0x4f1254e7 // shl v7.8h, v7.8h, #2
	WORD $0x4e7684e7 // add v7.8h, v7.8h, v22.8h
	WORD $0x6e67b7e1 // sqrdmulh v1.8h, v31.8h, v7.8h
	WORD $0x4e7e8421 // add v1.8h, v1.8h, v30.8h
	WORD $0x6e67b421 // sqrdmulh v1.8h, v1.8h, v7.8h
	WORD $0x4e7d8421 // add v1.8h, v1.8h, v29.8h
	WORD $0x6e67b421 // sqrdmulh v1.8h, v1.8h, v7.8h
	WORD $0x4e7c8421 // add v1.8h, v1.8h, v28.8h
	WORD $0x6e67b421 // sqrdmulh v1.8h, v1.8h, v7.8h
	WORD $0x4e7b8421 // add v1.8h, v1.8h, v27.8h
	WORD $0x6e67b421 // sqrdmulh v1.8h, v1.8h, v7.8h
	WORD $0x4e7a8421 // add v1.8h, v1.8h, v26.8h
	WORD $0x6e67b421 // sqrdmulh v1.8h, v1.8h, v7.8h
	WORD $0x4e798421 // add v1.8h, v1.8h, v25.8h
	WORD $0x6e67b421 // sqrdmulh v1.8h, v1.8h, v7.8h
	WORD $0x4e788421 // add v1.8h, v1.8h, v24.8h
	WORD $0x6e261c21 // eor v1.16b, v1.16b, v6.16b
	WORD $0x6e668421 // sub v1.8h, v1.8h, v6.8h
	WORD $0x4e728421 // add v1.8h, v1.8h, v18.8h
	WORD $0x4f1f0442 // sshr v2.8h, v2.8h, #1
	WORD $0x4e746c42 // smin v2.8h, v2.8h, v20.8h
	WORD $0x4e756442 // smax v2.8h, v2.8h, v21.8h
	WORD $0x4f110444 // sshr v4.8h, v2.8h, #15
	WORD $0x4e60b845 // abs v5.8h, v2.8h
	WORD $0x4f1254a5 // shl v5.8h, v5.8h, #2
	WORD $0x4e7684a5 // add v5.8h, v5.8h, v22.8h
	WORD $0x6e65b7e2 // sqrdmulh v2.8h, v31.8h, v5.8h
	WORD $0x4e7e8442 // add v2.8h, v2.8h, v30.8h
	WORD $0x6e65b442 // sqrdmulh v2.8h, v2.8h, v5.8h
	WORD $0x4e7d8442 // add v2.8h, v2.8h, v29.8h
	WORD $0x6e65b442 // sqrdmulh v2.8h, v2.8h, v5.8h
	WORD $0x4e7c8442 // add v2.8h, v2.8h, v28.8h
	WORD $0x6e65b442 // sqrdmulh v2.8h, v2.8h, v5.8h
	WORD $0x4e7b8442 // add v2.8h, v2.8h, v27.8h
	WORD $0x6e65b442 // sqrdmulh v2.8h, v2.8h, v5.8h
	WORD $0x4e7a8442 // add v2.8h, v2.8h, v26.8h
	WORD $0x6e65b442 // sqrdmulh v2.8h, v2.8h, v5.8h
	WORD $0x4e798442 // add v2.8h, v2.8h, v25.8h
	WORD $0x6e65b442 // sqrdmulh v2.8h, v2.8h, v5.8h
	WORD $0x4e788442 // add v2.8h, v2.8h, v24.8h
	WORD $0x6e241c42 // eor v2.16b, v2.16b, v4.16b
	WORD $0x6e648442 // sub v2.8h, v2.8h, v4.8h
	WORD $0x4e728442 // add v2.8h, v2.8h, v18.8h
	WORD $0x4e746c63 // smin v3.8h, v3.8h, v20.8h
	WORD $0x4e756463 // smax v3.8h, v3.8h, v21.8h
	WORD $0x4f110466 // sshr v6.8h, v3.8h, #15
	WORD $0x4e60b867 // abs v7.8h, v3.8h
	WORD $0x4f1254e7 // shl v7.8h, v7.8h, #2
	WORD $0x4e7684e7 // add v7.8h, v7.8h, v22.8h
	WORD $0x6e67b7e3 // sqrdmulh v3.8h, v31.8h, v7.8h
	WORD $0x4e7e8463 // add v3.8h, v3.8h, v30.8h
	WORD $0x6e67b463 // sqrdmulh v3.8h, v3.8h, v7.8h
	WORD $0x4e7d8463 // add v3.8h, v3.8h, v29.8h
	WORD $0x6e67b463 // sqrdmulh v3.8h, v3.8h, v7.8h
	WORD $0x4e7c8463 // add v3.8h, v3.8h, v28.8h
	WORD $0x6e67b463 // sqrdmulh v3.8h, v3.8h, v7.8h
	WORD $0x4e7b8463 // add v3.8h, v3.8h, v27.8h
	WORD $0x6e67b463 // sqrdmulh v3.8h, v3.8h, v7.8h
	WORD $0x4e7a8463 // add v3.8h, v3.8h, v26.8h
	WORD $0x6e67b463 // sqrdmulh v3.8h, v3.8h, v7.8h
	WORD $0x4e798463 // add v3.8h, v3.8h, v25.8h
	WORD $0x6e67b463 // sqrdmulh v3.8h, v3.8h, v7.8h
	WORD $0x4e788463 // add v3.8h, v3.8h, v24.8h
	WORD $0x6e261c63 // eor v3.16b, v3.16b, v6.16b
	WORD $0x6e668463 // sub v3.8h, v3.8h, v6.8h
	WORD $0x6e60b463 // sqrdmulh v3.8h, v3.8h, v0.8h
	WORD $0x4e738463 // add v3.8h, v3.8h, v19.8h
	WORD $0x4f1e0463 // sshr v3.8h, v3.8h, #2
	WORD $0x6e77b421 // sqrdmulh v1.8h, v1.8h, v23.8h
	WORD $0x4e630c21 // sqadd v1.8h, v1.8h, v3.8h
	WORD $0x4c9f7421 // st1 {v1.8h}, [x1], #16
	WORD $0x4e746c21 // smin v1.8h, v1.8h, v20.8h
	WORD $0x4e756421 // smax v1.8h, v1.8h, v21.8h
	WORD $0x4f110424 // sshr v4.8h, v1.8h, #15
	WORD $0x4e60b825 // abs v5.8h, v1.8h
	WORD $0x4f1254a5 // shl v5.8h, v5.8h, #2
	WORD $0x4e7684a5 // add v5.8h, v5.8h, v22.8h
	WORD $0x6e65b7e1 // sqrdmulh v1.8h, v31.8h, v5.8h
	WORD $0x4e7e8421 // add v1.8h, v1.8h, v30.8h
	WORD $0x6e65b421 // sqrdmulh v1.8h, v1.8h, v5.8h
	WORD $0x4e7d8421 // add v1.8h, v1.8h, v29.8h
	WORD $0x6e65b421 // sqrdmulh v1.8h, v1.8h, v5.8h
	WORD $0x4e7c8421 // add v1.8h, v1.8h, v28.8h
	WORD $0x6e65b421 // sqrdmulh v1.8h, v1.8h, v5.8h
	WORD $0x4e7b8421 // add v1.8h, v1.8h, v27.8h
	WORD $0x6e65b421 // sqrdmulh v1.8h, v1.8h, v5.8h
	WORD $0x4e7a8421 // add v1.8h, v1.8h, v26.8h
	WORD $0x6e65b421 // sqrdmulh v1.8h, v1.8h, v5.8h
	WORD $0x4e798421 // add v1.8h, v1.8h, v25.8h
	WORD $0x6e65b421 // sqrdmulh v1.8h, v1.8h, v5.8h
	WORD $0x4e788421 // add v1.8h, v1.8h, v24.8h
	WORD $0x6e241c21 // eor v1.16b, v1.16b, v4.16b
	WORD $0x6e648421 // sub v1.8h, v1.8h, v4.8h
	WORD $0x6e62b421 // sqrdmulh v1.8h, v1.8h, v2.8h
	WORD $0x4c9f7441 // st1 {v1.8h}, [x2], #16
	SUBS $8, R3, R3
	BNE  eight
	RET
