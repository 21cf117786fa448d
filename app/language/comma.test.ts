import { expect, it } from 'vitest';
import { comma } from './comma.ts';

it('[U1] facts in a row are parted by the comma of the language', () => {
  expect(['Wait', 'severity 3'].join(comma('en'))).toBe('Wait, severity 3');
  expect(['等待', '严重程度 3'].join(comma('zh-Hans'))).toBe('等待，严重程度 3');
  expect(['等候', '嚴重程度 3'].join(comma('zh-Hant'))).toBe('等候，嚴重程度 3');
});
