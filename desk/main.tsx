import { render } from 'preact';
import { App } from './components/app.tsx';
import { start } from './sign-in.ts';
import './styles/base.css';
import './styles/desk.css';
import './styles/card.css';
import './styles/colleagues.css';
import './styles/dialog.css';
import './styles/queues.css';
import './styles/staff.css';
import { watchLine } from './bulk.ts';
import { watch } from './watch.ts';

const root = document.getElementById('desk');
if (root !== null) render(<App />, root);
watch();
watchLine();
start();
