import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assert } from '../model/assert.ts';
import './design/tokens.css';
import './design/base.css';
import { keepAppOnDevice } from './shell/keepAppOnDevice.ts';
import { Application } from './shell/Application.tsx';

const root = document.getElementById('root');
assert(root !== null, 'index.html has a #root');
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
keepAppOnDevice();
