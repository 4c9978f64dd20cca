package a

func f() {
	/* want `race-audit:ignore x gives no reason, and so silences nothing` */ //race-audit:ignore x
	/* want `race-audit:ignore names y, which is no analyzer` */              //race-audit:ignore y because
	/* want `race-audit:ignore names no analyzer` */                          //race-audit:ignore
	//race-audit:ignore x because
}
