/** Price of an order in cents, with the discount of its size. */
export function orderPrice(quantity, unitPrice) {
  if (quantity >= 100) return Math.round(quantity * unitPrice * 0.9)
  if (quantity >= 10) return Math.round(quantity * unitPrice * 0.95)
  return quantity * unitPrice
}
