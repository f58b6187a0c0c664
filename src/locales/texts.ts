/** Text of a policy that has one per locale: in this one, else in whatever language there is. */
export const textIn = (texts: Readonly<Record<string, string>>, locale: string): string =>
  texts[locale] ?? texts.default ?? texts.en ?? Object.values(texts)[0] ?? ''
