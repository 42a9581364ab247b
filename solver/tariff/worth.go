package tariff

// Worth is what the time, the spread and the carbon of a row are worth, in millionths of a US dollar.
type Worth struct{ Time, Spread, Carbon int64 }

// General is the row's share of the generalised cost of its arc: the shares of an arc's rows sum to its General to the
// millionth of a dollar. An arc is rounded once and not once a row, so the same figure may be worth a millionth more in
// one place than in another.
func (r *Row) General() int64 { return r.Money*1e4 + r.Worth.Time + r.Worth.Spread + r.Worth.Carbon }

// appraise says what each row is worth. What is rounded is the sum so far, so that nothing is lost between the rows.
func (p *pricer) appraise() []Row {
	var c Cost
	before := int64(0)
	step := func() int64 {
		now := p.worth.general(c)
		more := now - before
		before = now
		return more
	}
	for i := range p.rows {
		r := &p.rows[i]
		c.Time += r.Time
		r.Worth.Time = step()
		c.Spread += r.Spread
		r.Worth.Spread = step()
		c.Carbon += r.Carbon
		r.Worth.Carbon = step()
	}
	return p.rows
}

// Generalised is the generalised cost of a cost under the view's scenario, rounded once; what c.General says is not read.
func (v *View) Generalised(c Cost) int64 { return v.worth.general(c) }

// Day is what a day of one FEU is worth, in millionths of a US dollar.
func (v *View) Day() int64 { return v.worth.day }
