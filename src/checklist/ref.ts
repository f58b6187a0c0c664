/** How people and boxes name an item: `guide`, or `guide@prod-a` for one of its environments. */
export const refOf = ({ id, environment }: { readonly id: string; readonly environment?: string }): string =>
  environment === undefined ? id : `${id}@${environment}`
