#include "textflag.h"

// Numbers, eight times each.
DATA numbers<>+0(SB)/8, $0x4110000041100000 // 9
DATA numbers<>+8(SB)/8, $0x4110000041100000
DATA numbers<>+16(SB)/8, $0x4110000041100000
DATA numbers<>+24(SB)/8, $0x4110000041100000
DATA numbers<>+32(SB)/8, $0xc1100000c1100000 // -9
DATA numbers<>+40(SB)/8, $0xc1100000c1100000
DATA numbers<>+48(SB)/8, $0xc1100000c1100000
DATA numbers<>+56(SB)/8, $0xc1100000c1100000
DATA numbers<>+64(SB)/8, $0xa59f25c0a59f25c0 // -2.76076847742355e-16
DATA numbers<>+72(SB)/8, $0xa59f25c0a59f25c0
DATA numbers<>+80(SB)/8, $0xa59f25c0a59f25c0
DATA numbers<>+88(SB)/8, $0xa59f25c0a59f25c0
DATA numbers<>+96(SB)/8, $0x2a61337e2a61337e // 2.00018790482477e-13
DATA numbers<>+104(SB)/8, $0x2a61337e2a61337e
DATA numbers<>+112(SB)/8, $0x2a61337e2a61337e
DATA numbers<>+120(SB)/8, $0x2a61337e2a61337e
DATA numbers<>+128(SB)/8, $0xaebd37ffaebd37ff // -8.60467152213735e-11
DATA numbers<>+136(SB)/8, $0xaebd37ffaebd37ff
DATA numbers<>+144(SB)/8, $0xaebd37ffaebd37ff
DATA numbers<>+152(SB)/8, $0xaebd37ffaebd37ff
DATA numbers<>+160(SB)/8, $0x335c0041335c0041 // 5.12229709037114e-08
DATA numbers<>+168(SB)/8, $0x335c0041335c0041
DATA numbers<>+176(SB)/8, $0x335c0041335c0041
DATA numbers<>+184(SB)/8, $0x335c0041335c0041
DATA numbers<>+192(SB)/8, $0x3779434a3779434a // 1.48572235717979e-05
DATA numbers<>+200(SB)/8, $0x3779434a3779434a
DATA numbers<>+208(SB)/8, $0x3779434a3779434a
DATA numbers<>+216(SB)/8, $0x3779434a3779434a
DATA numbers<>+224(SB)/8, $0x3a270ded3a270ded // 0.000637261928875436
DATA numbers<>+232(SB)/8, $0x3a270ded3a270ded
DATA numbers<>+240(SB)/8, $0x3a270ded3a270ded
DATA numbers<>+248(SB)/8, $0x3a270ded3a270ded
DATA numbers<>+256(SB)/8, $0x3ba059dc3ba059dc // 0.00489352455891786
DATA numbers<>+264(SB)/8, $0x3ba059dc3ba059dc
DATA numbers<>+272(SB)/8, $0x3ba059dc3ba059dc
DATA numbers<>+280(SB)/8, $0x3ba059dc3ba059dc
DATA numbers<>+288(SB)/8, $0x35a0d3d835a0d3d8 // 1.19825839466702e-06
DATA numbers<>+296(SB)/8, $0x35a0d3d835a0d3d8
DATA numbers<>+304(SB)/8, $0x35a0d3d835a0d3d8
DATA numbers<>+312(SB)/8, $0x35a0d3d835a0d3d8
DATA numbers<>+320(SB)/8, $0x38f895d638f895d6 // 0.000118534705686654
DATA numbers<>+328(SB)/8, $0x38f895d638f895d6
DATA numbers<>+336(SB)/8, $0x38f895d638f895d6
DATA numbers<>+344(SB)/8, $0x38f895d638f895d6
DATA numbers<>+352(SB)/8, $0x3b14aa053b14aa05 // 0.002268434632439
DATA numbers<>+360(SB)/8, $0x3b14aa053b14aa05
DATA numbers<>+368(SB)/8, $0x3b14aa053b14aa05
DATA numbers<>+376(SB)/8, $0x3b14aa053b14aa05
DATA numbers<>+384(SB)/8, $0x3ba059dd3ba059dd // 0.00489352518554385
DATA numbers<>+392(SB)/8, $0x3ba059dd3ba059dd
DATA numbers<>+400(SB)/8, $0x3ba059dd3ba059dd
DATA numbers<>+408(SB)/8, $0x3ba059dd3ba059dd
DATA numbers<>+416(SB)/8, $0x3f0000003f000000 // 0.5
DATA numbers<>+424(SB)/8, $0x3f0000003f000000
DATA numbers<>+432(SB)/8, $0x3f0000003f000000
DATA numbers<>+440(SB)/8, $0x3f0000003f000000
DATA numbers<>+448(SB)/8, $0x3f8000003f800000 // 1
DATA numbers<>+456(SB)/8, $0x3f8000003f800000
DATA numbers<>+464(SB)/8, $0x3f8000003f800000
DATA numbers<>+472(SB)/8, $0x3f8000003f800000
DATA numbers<>+480(SB)/8, $0x3f6666663f666666 // 0.9
DATA numbers<>+488(SB)/8, $0x3f6666663f666666
DATA numbers<>+496(SB)/8, $0x3f6666663f666666
DATA numbers<>+504(SB)/8, $0x3f6666663f666666
DATA numbers<>+512(SB)/8, $0x3dcccccd3dcccccd // 0.1
DATA numbers<>+520(SB)/8, $0x3dcccccd3dcccccd
DATA numbers<>+528(SB)/8, $0x3dcccccd3dcccccd
DATA numbers<>+536(SB)/8, $0x3dcccccd3dcccccd
DATA numbers<>+544(SB)/8, $0x3f7d70a43f7d70a4 // 0.99
DATA numbers<>+552(SB)/8, $0x3f7d70a43f7d70a4
DATA numbers<>+560(SB)/8, $0x3f7d70a43f7d70a4
DATA numbers<>+568(SB)/8, $0x3f7d70a43f7d70a4
DATA numbers<>+576(SB)/8, $0x3c23d70a3c23d70a // 0.01
DATA numbers<>+584(SB)/8, $0x3c23d70a3c23d70a
DATA numbers<>+592(SB)/8, $0x3c23d70a3c23d70a
DATA numbers<>+600(SB)/8, $0x3c23d70a3c23d70a
DATA numbers<>+608(SB)/8, $0x358637bd358637bd // 1e-06
DATA numbers<>+616(SB)/8, $0x358637bd358637bd
DATA numbers<>+624(SB)/8, $0x358637bd358637bd
DATA numbers<>+632(SB)/8, $0x358637bd358637bd
GLOBL numbers<>(SB), RODATA|NOPTR, $640

// TANH is tanh, in the order of operations of the plain one, so that both give the same
// numbers. LOGISTIC is that of half, halved, plus a half.
#define TANH(X) \
	VMAXPS numbers<>+32(SB), X, X; \
	VMINPS numbers<>+0(SB), X, X; \
	VMULPS X, X, Y12; \
	VMULPS numbers<>+64(SB), Y12, Y13; \
	VADDPS numbers<>+96(SB), Y13, Y13; \
	VMULPS Y12, Y13, Y13; \
	VADDPS numbers<>+128(SB), Y13, Y13; \
	VMULPS Y12, Y13, Y13; \
	VADDPS numbers<>+160(SB), Y13, Y13; \
	VMULPS Y12, Y13, Y13; \
	VADDPS numbers<>+192(SB), Y13, Y13; \
	VMULPS Y12, Y13, Y13; \
	VADDPS numbers<>+224(SB), Y13, Y13; \
	VMULPS Y12, Y13, Y13; \
	VADDPS numbers<>+256(SB), Y13, Y13; \
	VMULPS numbers<>+288(SB), Y12, Y14; \
	VADDPS numbers<>+320(SB), Y14, Y14; \
	VMULPS Y12, Y14, Y14; \
	VADDPS numbers<>+352(SB), Y14, Y14; \
	VMULPS Y12, Y14, Y14; \
	VADDPS numbers<>+384(SB), Y14, Y14; \
	VMULPS X, Y13, Y13; \
	VDIVPS Y14, Y13, X;

#define LOGISTIC(X) \
	VMULPS numbers<>+416(SB), X, X; \
	TANH(X); \
	VMULPS numbers<>+416(SB), X, X; \
	VADDPS numbers<>+416(SB), X, X;

// func cellForwardVector(gates, before, cell, squashed, out *float32, h int)
TEXT ·cellForwardVector(SB), NOSPLIT, $0-48
	MOVQ gates+0(FP), AX
	MOVQ before+8(FP), BX
	MOVQ cell+16(FP), CX
	MOVQ squashed+24(FP), DX
	MOVQ out+32(FP), DI
	MOVQ h+40(FP), SI
	MOVQ SI, R8
	SHLQ $2, R8
	LEAQ (AX)(R8*1), R9
	LEAQ (AX)(R8*2), R10
	LEAQ (R9)(R8*2), R11

loopf:
	VMOVUPS (AX), Y0
	LOGISTIC(Y0)
	VMOVUPS Y0, (AX)
	VMOVUPS (R9), Y1
	LOGISTIC(Y1)
	VMOVUPS Y1, (R9)
	VMOVUPS (R10), Y2
	LOGISTIC(Y2)
	VMOVUPS Y2, (R10)
	VMOVUPS (R11), Y3
	TANH(Y3)
	VMOVUPS Y3, (R11)
	VMULPS  (BX), Y1, Y1
	VMULPS  Y3, Y0, Y0
	VADDPS  Y0, Y1, Y0
	VMOVUPS Y0, (CX)
	TANH(Y0)
	VMOVUPS Y0, (DX)
	VMULPS  Y0, Y2, Y2
	VMOVUPS Y2, (DI)
	ADDQ    $32, AX
	ADDQ    $32, BX
	ADDQ    $32, CX
	ADDQ    $32, DX
	ADDQ    $32, DI
	ADDQ    $32, R9
	ADDQ    $32, R10
	ADDQ    $32, R11
	SUBQ    $8, SI
	JNZ     loopf
	VZEROUPPER
	RET

// func cellBackwardVector(gates, before, squashed, dh, dc, dg *float32, h int)
TEXT ·cellBackwardVector(SB), NOSPLIT, $0-56
	MOVQ gates+0(FP), AX
	MOVQ before+8(FP), BX
	MOVQ squashed+16(FP), CX
	MOVQ dh+24(FP), DX
	MOVQ dc+32(FP), DI
	MOVQ dg+40(FP), SI
	MOVQ h+48(FP), R8
	VMOVUPS numbers<>+448(SB), Y15
	MOVQ R8, R9
	SHLQ $2, R9
	LEAQ (R9)(R9*2), R10

loopb:
	VMOVUPS (AX), Y0            // in
	VMOVUPS (AX)(R9*1), Y1      // forget
	VMOVUPS (AX)(R9*2), Y2      // show
	VMOVUPS (AX)(R10*1), Y3     // candidate
	VMOVUPS (CX), Y4            // squashed
	VMOVUPS (DX), Y5            // d
	VMULPS  Y4, Y4, Y6
	VSUBPS  Y6, Y15, Y6
	VMULPS  Y2, Y5, Y7
	VMULPS  Y6, Y7, Y7
	VADDPS  (DI), Y7, Y7        // c
	VMULPS  Y3, Y7, Y8
	VMULPS  Y0, Y8, Y8
	VSUBPS  Y0, Y15, Y9
	VMULPS  Y9, Y8, Y8
	VMOVUPS Y8, (SI)
	VMULPS  (BX), Y7, Y8
	VMULPS  Y1, Y8, Y8
	VSUBPS  Y1, Y15, Y9
	VMULPS  Y9, Y8, Y8
	VMOVUPS Y8, (SI)(R9*1)
	VMULPS  Y4, Y5, Y8
	VMULPS  Y2, Y8, Y8
	VSUBPS  Y2, Y15, Y9
	VMULPS  Y9, Y8, Y8
	VMOVUPS Y8, (SI)(R9*2)
	VMULPS  Y0, Y7, Y8
	VMULPS  Y3, Y3, Y9
	VSUBPS  Y9, Y15, Y9
	VMULPS  Y9, Y8, Y8
	VMOVUPS Y8, (SI)(R10*1)
	VMULPS  Y1, Y7, Y8
	VMOVUPS Y8, (DI)
	ADDQ    $32, AX
	ADDQ    $32, BX
	ADDQ    $32, CX
	ADDQ    $32, DX
	ADDQ    $32, DI
	ADDQ    $32, SI
	SUBQ    $8, R8
	JNZ     loopb
	VZEROUPPER
	RET

// func adamVector(w, gradient, m, v *float32, n int, rate, correction float32)
TEXT ·adamVector(SB), NOSPLIT, $0-48
	MOVQ w+0(FP), AX
	MOVQ gradient+8(FP), BX
	MOVQ m+16(FP), CX
	MOVQ v+24(FP), DX
	MOVQ n+32(FP), SI
	VBROADCASTSS rate+40(FP), Y14
	VBROADCASTSS correction+44(FP), Y15
	VXORPS Y13, Y13, Y13

loopm:
	VMOVUPS (BX), Y0
	VMOVUPS Y13, (BX)
	VMOVUPS (CX), Y1
	VMULPS  numbers<>+480(SB), Y1, Y1
	VMULPS  numbers<>+512(SB), Y0, Y2
	VADDPS  Y2, Y1, Y1
	VMOVUPS Y1, (CX)
	VMOVUPS (DX), Y3
	VMULPS  numbers<>+544(SB), Y3, Y3
	VMULPS  numbers<>+576(SB), Y0, Y4
	VMULPS  Y0, Y4, Y4
	VADDPS  Y4, Y3, Y3
	VMOVUPS Y3, (DX)
	VMULPS  Y15, Y3, Y3
	VSQRTPS Y3, Y3
	VADDPS  numbers<>+608(SB), Y3, Y3
	VMULPS  Y14, Y1, Y1
	VDIVPS  Y3, Y1, Y1
	VMOVUPS (AX), Y5
	VSUBPS  Y1, Y5, Y5
	VMOVUPS Y5, (AX)
	ADDQ    $32, AX
	ADDQ    $32, BX
	ADDQ    $32, CX
	ADDQ    $32, DX
	SUBQ    $8, SI
	JNZ     loopm
	VZEROUPPER
	RET
