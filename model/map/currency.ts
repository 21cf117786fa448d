/** How many minor units make a whole one: 100 cents, 1 yen. `currency` is a code of ISO 4217. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return 10 ** (maximumFractionDigits ?? 2);
}

/** Minor units as whole money, with the code: it says the same in every language. */
export function moneyText(minor: number, currency: string): string {
  const whole = String(Math.round(Math.abs(minor) / minorUnits(currency))).replace(
    /\B(?=(\d{3})+$)/g,
    '\u202f',
  );
  return `${minor < 0 ? '−' : ''}${currency} ${whole}`;
}
