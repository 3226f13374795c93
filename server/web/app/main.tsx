import { render } from 'preact';
import './tokens.css';
import './base.css';
import { App } from './app';
import './preferences';
import { keepOffline } from './versions';

keepOffline();
render(<App />, document.getElementById('app')!);
