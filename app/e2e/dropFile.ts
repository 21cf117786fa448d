import type { Page } from '@playwright/test';

/** Drops a file of one's own onto the library. */
export async function dropFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([base64 === '' ? text : bytes], fileName));
      return transfer;
    },
    typeof content === 'string'
      ? ([name, content, ''] as const)
      : ([name, '', content.toString('base64')] as const),
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
