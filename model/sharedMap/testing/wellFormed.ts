/** Whether a text has no half of a surrogate pair (in JSON: no escaped one either). */
export const isWellFormed = (text: string): boolean =>
  !/\\ud[89a-f]/i.test(text) &&
  !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
