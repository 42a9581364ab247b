package search

import "math/bits"

// needs packs the bits of Question.Need into levels 0 … levels-1 of a product: vertex = node*levels + level, where the
// level tells which needs have been met so far.
type needs struct {
	need   uint8
	levels int
	full   uint8      // the level at which every need is met
	pack   [256]uint8 // from bits of a Weights or Stub to bits of a level
}

func (n *needs) set(need uint8) {
	if n.levels != 0 && n.need == need {
		return
	}
	n.need = need
	n.levels = 1 << bits.OnesCount8(need)
	n.full = uint8(n.levels - 1)
	for raw := range n.pack {
		level, next := uint8(0), 0
		for bit := range 8 {
			if need>>bit&1 == 0 {
				continue
			}
			level |= uint8(raw) >> bit & 1 << next
			next++
		}
		n.pack[raw] = level
	}
}
