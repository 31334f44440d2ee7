#include "textflag.h"

// finish rounds the sums of sixteen columns, low and high, and adds them to dst.
// X13 is the shift and Y14 half of what it takes away. Packing works on halves of a
// register, so the quarters of the result are put in order.
#define FINISH(low, high, dst) \
	VPADDD Y14, low, low; \
	VPADDD Y14, high, high; \
	VPSRAD X13, low, low; \
	VPSRAD X13, high, high; \
	VPACKSSDW high, low, low; \
	VPERMQ $0xD8, low, low; \
	VPADDSW dst, low, low; \
	VMOVDQU low, dst

// SHIFT loads what FINISH needs, from CX.
#define SHIFT \
	MOVQ CX, X13; \
	MOVL $1, DX; \
	DECQ CX; \
	SHLL CX, DX; \
	MOVQ DX, X14; \
	VPBROADCASTD X14, Y14

// func multiply4(dst *int16, dstStride int, a *int16, aStride int, pairs *int16, inPairs, blocks, shift int)
TEXT ·multiply4(SB), NOSPLIT, $0-64
	MOVQ dst+0(FP), DI
	MOVQ dstStride+8(FP), SI
	MOVQ a+16(FP), AX
	MOVQ aStride+24(FP), R8
	MOVQ pairs+32(FP), BX
	MOVQ inPairs+40(FP), R9
	MOVQ blocks+48(FP), R10
	MOVQ shift+56(FP), CX
	SHIFT
	SHLQ $1, SI
	SHLQ $1, R8
	LEAQ (AX)(R8*1), R11
	LEAQ (AX)(R8*2), R12
	LEAQ (R11)(R8*2), R13

block4:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	XORQ  CX, CX

pair4:
	VMOVDQU (BX), Y8
	VMOVDQU 32(BX), Y9
	VPBROADCASTD (AX)(CX*4), Y10
	VPMADDWD Y8, Y10, Y11
	VPMADDWD Y9, Y10, Y12
	VPADDD Y11, Y0, Y0
	VPADDD Y12, Y1, Y1
	VPBROADCASTD (R11)(CX*4), Y10
	VPMADDWD Y8, Y10, Y11
	VPMADDWD Y9, Y10, Y12
	VPADDD Y11, Y2, Y2
	VPADDD Y12, Y3, Y3
	VPBROADCASTD (R12)(CX*4), Y10
	VPMADDWD Y8, Y10, Y11
	VPMADDWD Y9, Y10, Y12
	VPADDD Y11, Y4, Y4
	VPADDD Y12, Y5, Y5
	VPBROADCASTD (R13)(CX*4), Y10
	VPMADDWD Y8, Y10, Y11
	VPMADDWD Y9, Y10, Y12
	VPADDD Y11, Y6, Y6
	VPADDD Y12, Y7, Y7
	ADDQ $64, BX
	INCQ CX
	CMPQ CX, R9
	JLT  pair4

	LEAQ (DI)(SI*2), DX
	FINISH(Y0, Y1, (DI))
	FINISH(Y2, Y3, (DI)(SI*1))
	FINISH(Y4, Y5, (DX))
	FINISH(Y6, Y7, (DX)(SI*1))
	ADDQ $32, DI
	DECQ R10
	JNZ  block4
	VZEROUPPER
	RET

// func multiply1(dst, a, pairs *int16, inPairs, blocks, shift int)
TEXT ·multiply1(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), AX
	MOVQ pairs+16(FP), BX
	MOVQ inPairs+24(FP), R9
	MOVQ blocks+32(FP), R10
	MOVQ shift+40(FP), CX
	SHIFT

block1:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	XORQ  CX, CX

pair1:
	VPBROADCASTD (AX)(CX*4), Y10
	VPMADDWD (BX), Y10, Y11
	VPMADDWD 32(BX), Y10, Y12
	VPADDD Y11, Y0, Y0
	VPADDD Y12, Y1, Y1
	ADDQ $64, BX
	INCQ CX
	CMPQ CX, R9
	JLT  pair1

	FINISH(Y0, Y1, (DI))
	ADDQ $32, DI
	DECQ R10
	JNZ  block1
	VZEROUPPER
	RET

// The terms of squash, and its limits, sixteen times each.
DATA term0<>+0(SB)/8, $0x3daa3daa3daa3daa
DATA term0<>+8(SB)/8, $0x3daa3daa3daa3daa
DATA term0<>+16(SB)/8, $0x3daa3daa3daa3daa
DATA term0<>+24(SB)/8, $0x3daa3daa3daa3daa
GLOBL term0<>(SB), RODATA|NOPTR, $32
DATA term1<>+0(SB)/8, $0x090b090b090b090b
DATA term1<>+8(SB)/8, $0x090b090b090b090b
DATA term1<>+16(SB)/8, $0x090b090b090b090b
DATA term1<>+24(SB)/8, $0x090b090b090b090b
GLOBL term1<>(SB), RODATA|NOPTR, $32
DATA term2<>+0(SB)/8, $0xefabefabefabefab
DATA term2<>+8(SB)/8, $0xefabefabefabefab
DATA term2<>+16(SB)/8, $0xefabefabefabefab
DATA term2<>+24(SB)/8, $0xefabefabefabefab
GLOBL term2<>(SB), RODATA|NOPTR, $32
DATA term3<>+0(SB)/8, $0x1598159815981598
DATA term3<>+8(SB)/8, $0x1598159815981598
DATA term3<>+16(SB)/8, $0x1598159815981598
DATA term3<>+24(SB)/8, $0x1598159815981598
GLOBL term3<>(SB), RODATA|NOPTR, $32
DATA term4<>+0(SB)/8, $0xe78ce78ce78ce78c
DATA term4<>+8(SB)/8, $0xe78ce78ce78ce78c
DATA term4<>+16(SB)/8, $0xe78ce78ce78ce78c
DATA term4<>+24(SB)/8, $0xe78ce78ce78ce78c
GLOBL term4<>(SB), RODATA|NOPTR, $32
DATA term5<>+0(SB)/8, $0x0a5b0a5b0a5b0a5b
DATA term5<>+8(SB)/8, $0x0a5b0a5b0a5b0a5b
DATA term5<>+16(SB)/8, $0x0a5b0a5b0a5b0a5b
DATA term5<>+24(SB)/8, $0x0a5b0a5b0a5b0a5b
GLOBL term5<>(SB), RODATA|NOPTR, $32
DATA term6<>+0(SB)/8, $0x0b190b190b190b19
DATA term6<>+8(SB)/8, $0x0b190b190b190b19
DATA term6<>+16(SB)/8, $0x0b190b190b190b19
DATA term6<>+24(SB)/8, $0x0b190b190b190b19
GLOBL term6<>(SB), RODATA|NOPTR, $32
DATA term7<>+0(SB)/8, $0xf6f6f6f6f6f6f6f6
DATA term7<>+8(SB)/8, $0xf6f6f6f6f6f6f6f6
DATA term7<>+16(SB)/8, $0xf6f6f6f6f6f6f6f6
DATA term7<>+24(SB)/8, $0xf6f6f6f6f6f6f6f6
GLOBL term7<>(SB), RODATA|NOPTR, $32
DATA squashEnd<>+0(SB)/8, $0x3fff3fff3fff3fff
DATA squashEnd<>+8(SB)/8, $0x3fff3fff3fff3fff
DATA squashEnd<>+16(SB)/8, $0x3fff3fff3fff3fff
DATA squashEnd<>+24(SB)/8, $0x3fff3fff3fff3fff
GLOBL squashEnd<>(SB), RODATA|NOPTR, $32
DATA squashStart<>+0(SB)/8, $0xc001c001c001c001
DATA squashStart<>+8(SB)/8, $0xc001c001c001c001
DATA squashStart<>+16(SB)/8, $0xc001c001c001c001
DATA squashStart<>+24(SB)/8, $0xc001c001c001c001
GLOBL squashStart<>(SB), RODATA|NOPTR, $32
DATA minusOne<>+0(SB)/8, $0x8000800080008000
DATA minusOne<>+8(SB)/8, $0x8000800080008000
DATA minusOne<>+16(SB)/8, $0x8000800080008000
DATA minusOne<>+24(SB)/8, $0x8000800080008000
GLOBL minusOne<>(SB), RODATA|NOPTR, $32
DATA one<>+0(SB)/8, $0x4000400040004000
DATA one<>+8(SB)/8, $0x4000400040004000
DATA one<>+16(SB)/8, $0x4000400040004000
DATA one<>+24(SB)/8, $0x4000400040004000
GLOBL one<>(SB), RODATA|NOPTR, $32
DATA two<>+0(SB)/8, $0x0002000200020002
DATA two<>+8(SB)/8, $0x0002000200020002
DATA two<>+16(SB)/8, $0x0002000200020002
DATA two<>+24(SB)/8, $0x0002000200020002
GLOBL two<>(SB), RODATA|NOPTR, $32

// SQUASH is squash on sixteen numbers in x; sign and t are its helpers.
#define SQUASH(x, sign, t) \
	VPMINSW squashEnd<>(SB), x, x; \
	VPMAXSW squashStart<>(SB), x, x; \
	VPSRAW $15, x, sign; \
	VPABSW x, t; \
	VPSLLW $2, t, t; \
	VPADDW minusOne<>(SB), t, t; \
	VMOVDQU term7<>(SB), x; \
	VPMULHRSW t, x, x; \
	VPADDW term6<>(SB), x, x; \
	VPMULHRSW t, x, x; \
	VPADDW term5<>(SB), x, x; \
	VPMULHRSW t, x, x; \
	VPADDW term4<>(SB), x, x; \
	VPMULHRSW t, x, x; \
	VPADDW term3<>(SB), x, x; \
	VPMULHRSW t, x, x; \
	VPADDW term2<>(SB), x, x; \
	VPMULHRSW t, x, x; \
	VPADDW term1<>(SB), x, x; \
	VPMULHRSW t, x, x; \
	VPADDW term0<>(SB), x, x; \
	VPXOR sign, x, x; \
	VPSUBW sign, x, x

// LOGISTIC is logistic on sixteen numbers.
#define LOGISTIC(x, sign, t) \
	VPSRAW $1, x, x; \
	SQUASH(x, sign, t); \
	VPADDW one<>(SB), x, x

// func cell(gates, cells, out *int16, n int)
TEXT ·cell(SB), NOSPLIT, $0-32
	MOVQ gates+0(FP), AX
	MOVQ cells+8(FP), BX
	MOVQ out+16(FP), DI
	MOVQ n+24(FP), CX
	LEAQ (AX)(CX*4), DX // output gates
	MOVQ CX, R8

sixteen:
	VMOVDQU (AX), Y0
	VMOVDQU (AX)(CX*2), Y1
	VMOVDQU (DX), Y2
	VMOVDQU (DX)(CX*2), Y3
	LOGISTIC(Y0, Y4, Y5)
	LOGISTIC(Y1, Y6, Y7)
	LOGISTIC(Y2, Y8, Y9)
	SQUASH(Y3, Y10, Y11)
	VPMULHRSW Y0, Y3, Y3
	VPADDW two<>(SB), Y3, Y3
	VPSRAW $2, Y3, Y3
	VPMULHRSW (BX), Y1, Y1
	VPADDSW Y3, Y1, Y1
	VMOVDQU Y1, (BX)
	SQUASH(Y1, Y4, Y5)
	VPMULHRSW Y2, Y1, Y1
	VMOVDQU Y1, (DI)
	ADDQ $32, AX
	ADDQ $32, DX
	ADDQ $32, BX
	ADDQ $32, DI
	ADDQ $-16, R8
	JNZ  sixteen
	VZEROUPPER
	RET
