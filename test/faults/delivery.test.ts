import { expect, jest, test } from '@jest/globals';
import { briefFaults } from '../../trials/faults/faults.ts';
import { runTrial } from '../../trials/faults/trial.ts';
import { describeInBrowser } from '../browser.ts';
import { buildCompanion } from '../companion/build.ts';

jest.setTimeout(300_000);

describeInBrowser('300 events on 10 pages, with something else going wrong on each', (browser) => {
  test('each arrives exactly once, in order, and a refused one is not asked about again', async () => {
    const result = await runTrial({
      companion: await buildCompanion(),
      browser: browser(),
      events: 300,
      navigations: 10,
      faults: briefFaults,
    });
    expect(result).toMatchObject({ lost: [], doubled: [], late: [], refused: result.wrongKeys });
    expect(result.wrongKeys).toBeGreaterThan(0);
    expect(result.warnings).toBeGreaterThan(0);
    expect(result.busiestSecond).toBeLessThanOrEqual(20);
    expect(result.statuses).toMatchObject({ 429: 1, 500: 1 });
  });
});
