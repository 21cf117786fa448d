import type { Page } from '@playwright/test';

interface Fiber {
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
  readonly stateNode: unknown;
}

/** Before the page loads: counts which cards and cells React renders, as its developer tools do. */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const rendered: string[] = [];
    const performedWork = 1;
    const look = (fiber: Fiber, before: Fiber | null): void => {
      const element = fiber.child?.stateNode;
      if ((fiber.flags & performedWork) !== 0 && element instanceof HTMLElement) {
        const { card, place } = element.dataset;
        if (card !== undefined) rendered.push(`card ${card}`);
        else if (element.getAttribute('role') === 'gridcell') rendered.push(`cell ${place}`);
      }
      // What was passed over still hangs at the same child.
      if (before !== null && fiber.child === before.child) return;
      for (let child = fiber.child; child !== null; child = child.sibling) look(child, child.alternate);
    };
    Object.assign(window, {
      rendered,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        checkDCE: () => undefined,
        inject: () => 1,
        onScheduleFiberRoot: () => undefined,
        onCommitFiberUnmount: () => undefined,
        onPostCommitFiberRoot: () => undefined,
        onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) =>
          look(root.current, root.current.alternate),
      },
    });
  });
}

/** The cards and cells rendered since the last call. */
export const rendersSince = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { rendered: string[] }).rendered.splice(0));
