import type { Page } from '@playwright/test';

/** Drops a map's file on the library and waits until the map stands there. */
export async function dropMapFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('heading', { name: 'Your maps' }).waitFor();
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [name, content] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await page.getByRole('grid').waitFor();
}
