package tariff

import (
	"fmt"
	"math/bits"
	"strings"
)

// micro is a decimal number in millionths: no price ever passes through a float.
type micro int64

const one micro = 1_000_000

// parseMicro reads a decimal number of at most six places after the point and nine before it.
func parseMicro(text string) (micro, error) {
	whole, part, point := strings.Cut(text, ".")
	digits := strings.TrimPrefix(whole, "-")
	if digits == "" || len(digits) > 9 || len(part) > 6 || point && part == "" {
		return 0, fmt.Errorf("%q is not a decimal number", text)
	}
	var v int64
	for _, c := range digits + part + strings.Repeat("0", 6-len(part)) {
		if c < '0' || c > '9' {
			return 0, fmt.Errorf("%q is not a decimal number", text)
		}
		v = v*10 + int64(c-'0')
	}
	if digits != whole {
		v = -v
	}
	return micro(v), nil
}

// String writes the number with as few places as it needs and with thousands apart.
func (m micro) String() string {
	if m < 0 {
		return "-" + (-m).String()
	}
	text := thousands(int64(m / one))
	if rest := int64(m % one); rest != 0 {
		text += "." + strings.TrimRight(fmt.Sprintf("%06d", rest), "0")
	}
	return text
}

// short writes the number with at most places after the point, rounded half up: for words, never for sums.
func (m micro) short(places int) string {
	unit := int64(1)
	for i := places; i < 6; i++ {
		unit *= 10
	}
	return micro((int64(m) + unit/2) / unit * unit).String()
}

func thousands(n int64) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// mulDiv is a x b / c, rounded half up, exact in 128 bits on the way. None may be negative and c is not 0; it panics when
// the result does not fit, which the limits of tables and scenarios rule out.
func mulDiv(a, b, c int64) int64 {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return divide(hi, lo, uint64(c))
}

// divide is the 128-bit number hi, lo divided by c, rounded half up.
func divide(hi, lo, c uint64) int64 {
	lo, carry := bits.Add64(lo, c/2, 0)
	quotient, _ := bits.Div64(hi+carry, lo, c)
	return int64(quotient)
}
