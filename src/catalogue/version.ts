/** The product's version, the same for the tag and the companion; package.json says the same. */
export const version = '1.0.0';
