// ---- The tag ----

import { sendCarefully } from './careful.ts';
import { sendPlain } from './plain.ts';

if (!sendPlain()) {
  sendCarefully();
}
