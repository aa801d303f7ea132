import '@fontsource-variable/noto-sans-sc';
import './styles.css';
import './panels/scheme-bar.css';
import './panels/panels.css';
import './proposals/proposals.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
