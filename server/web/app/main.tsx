import { render } from 'preact';
import './tokens.css';
import './base.css';
import { App } from './app';
import './preferences';

render(<App />, document.getElementById('app')!);
