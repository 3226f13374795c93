import { useMemo } from 'preact/hooks';
import { Icon } from '../app/icons';
import { language, say } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { Notice, PageHead, Say, Text } from '../app/parts';
import { go } from '../app/router';
import { address, parameter } from '../supervisor/addresses';
import { topOf, waysTo } from '../supervisor/area';
import { nameOf } from '../supervisor/campaign';
import { AreaName } from '../supervisor/ways';
import { Areas, Groups } from './areas';
import { Headline } from './cells';
import { Compliance } from './compliance';
import { Drawing } from './drawing';
import { Everything } from './everything';
import { figuresAddress, useUpKey } from './place';
import type { AreaFigures, Definition, Definitions, FigureCampaign, Made } from './server';
import { AsOf, LeftOut, Standing } from './standing';
import '../supervisor/supervisor.css';
import './indicators.css';

/** The first of these are shown where there are samples, the others always. */
const HEADLINES = [
  'rates.wrongly-exited.suspected',
  'rates.missed.suspected',
  'rates.incidence.suspected',
  'rates.recognition',
  'poverty.register.rate',
  'poverty.register.persons',
  'poverty.incidence',
  'compliance.exit.pass',
  'income.register.mean',
  'coverage.listed',
  'coverage.completion',
];

/** What the interviews say of an area, as tables; the address holds campaign, area and year. */
export default function IndicatorPage() {
  const campaigns = useLoad<{ readonly campaigns: readonly FigureCampaign[] }>('/api/indicators/campaigns');
  return (
    <Loading of={campaigns}>
      {({ campaigns: all }) => {
        const campaign = all.find(({ id }) => id === parameter('campaign')) ?? all[0];
        return campaign ? <Figures campaign={campaign} all={all} /> : <Nothing />;
      }}
    </Loading>
  );
}

function Nothing() {
  return (
    <main class="desk stack">
      <PageHead>
        <Say word="indicators.head" />
      </PageHead>
      <div class="empty">
        <p>
          <Say word="indicators.no-campaign" />
        </p>
      </div>
    </main>
  );
}

function Figures({ campaign, all }: { readonly campaign: FigureCampaign; readonly all: readonly FigureCampaign[] }) {
  const asked = parameter('area');
  const area = asked !== undefined && campaign.areas.some((top) => asked.startsWith(top)) ? asked : (campaign.areas[0] ?? '');
  const top = topOf(area, campaign.areas);
  const ways = waysTo(area, top);
  const loaded = useLoad<AreaFigures>(address('/api/indicators', { campaign: campaign.id, area, year: parameter('year') }));
  const definitions = useDefinitions();
  const above = ways.at(-2);
  useUpKey(above === undefined ? undefined : figuresAddress({ campaign: campaign.id, area: above }));
  return (
    <main class="desk stack indicators">
      <Way ways={ways} campaign={campaign} />
      <header class="row page-top">
        <PageHead key={area}>
          <AreaName code={area} />
        </PageHead>
        <CampaignChoice chosen={campaign} all={all} />
        {loaded.body?.state === 'made' && <YearChoice of={loaded.body} campaign={campaign.id} area={area} />}
        <div class="row as-of">{loaded.body && <AsOf of={loaded.body} />}</div>
      </header>
      <Loading of={loaded}>
        {(body) => (
          <>
            <Standing of={body} campaign={campaign.id} reload={loaded.reload} at={loaded.at} />
            <Drawing of={body} campaign={campaign.id} changed={loaded.reload} />
            {body.state === 'made' && <Shown of={body} campaign={campaign.id} area={area} definitions={definitions} />}
          </>
        )}
      </Loading>
    </main>
  );
}

function useDefinitions(): Definitions {
  const { body } = useLoad<{ readonly indicators: readonly Definition[] }>('/api/indicators/definitions', 'once');
  return useMemo(() => new Map(body?.indicators.map((each) => [each.code, each])), [body]);
}

function Shown(props: { readonly of: Made; readonly campaign: string; readonly area: string; readonly definitions: Definitions }) {
  const { of, campaign, area, definitions } = props;
  const leading = HEADLINES.filter((code) => of.figures[code] !== undefined);
  if (leading.length === 0 && Object.keys(of.figures).length === 0) {
    return (
      <div class="empty">
        <p>
          <Say word="indicators.nobody" />
        </p>
        <LeftOut of={of} />
      </div>
    );
  }
  return (
    <>
      {!of.full && (
        <Notice tone="info" icon="lock">
          <Say word="indicators.protected" values={{ n: of.threshold }} />
        </Notice>
      )}
      <LeftOut of={of} />
      <div class="headlines">
        {leading.map((code) => (
          <Headline key={code} figure={of.figures[code]} definition={definitions.get(code)} />
        ))}
      </div>
      {of.figures['compliance.exit.pass'] && !of.figures['rates.recognition'] && (
        <p class="quiet small">
          <Say word="indicators.no-rates" />
        </p>
      )}
      <Areas rows={of.children} campaign={campaign} year={of.year} />
      <Compliance figures={of.figures} />
      <Groups rows={of.groups} />
      <Everything figures={of.figures} definitions={definitions} />
      <Sources of={of} campaign={campaign} area={area} />
    </>
  );
}

/** What the figures rest on, and the files to take along. */
function Sources({ of, campaign, area }: { readonly of: Made; readonly campaign: string; readonly area: string }) {
  const file = (what: string) => address(`/api/indicators/${what}`, { campaign, area, language: language.value === 'en' ? 'en' : 'zh' });
  return (
    <section class="stack" aria-labelledby="sources-head">
      <h2 id="sources-head">
        <Say word="indicators.sources" />
      </h2>
      <ul class="small">
        {of.lines.map((line) => (
          <li key={line.zh}>
            <Text>{nameOf(line)}</Text>
          </li>
        ))}
        {of.forms.map((form) => (
          <li key={form} class="code">
            <Say word="indicators.form" /> {form}
          </li>
        ))}
      </ul>
      <div class="row">
        <a class="button" href={file('figures.csv')} download>
          <Icon name="download" />
          <Say word="indicators.csv" />
        </a>
        <a class="button" href={file('report.html')} download>
          <Icon name="download" />
          <Say word="indicators.report" />
        </a>
      </div>
    </section>
  );
}

/** The way from the top of one's reach down to here, and the other tops. */
function Way({ ways, campaign }: { readonly ways: readonly string[]; readonly campaign: FigureCampaign }) {
  const link = (code: string) => (
    <a href={figuresAddress({ campaign: campaign.id, area: code })}>
      <AreaName code={code} />
    </a>
  );
  return (
    <nav class="ways row" aria-label={say('progress.ways')}>
      <ol class="row">
        {ways.map((code, i) => (
          <li key={code}>
            {i < ways.length - 1 ? (
              link(code)
            ) : (
              <span aria-current="page">
                <AreaName code={code} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {campaign.areas.length > 1 && (
        <ul class="row others">
          {campaign.areas.filter((code) => code !== ways[0]).map((code) => (
            <li key={code}>{link(code)}</li>
          ))}
        </ul>
      )}
    </nav>
  );
}

function CampaignChoice({ chosen, all }: { readonly chosen: FigureCampaign; readonly all: readonly FigureCampaign[] }) {
  if (all.length === 1) {
    return (
      <p class="quiet">
        <Text>{nameOf(chosen.name)}</Text>
      </p>
    );
  }
  return (
    <select
      class="input choice"
      aria-label={say('progress.campaign')}
      value={chosen.id}
      onChange={(event) => go(address('/indicators', { campaign: event.currentTarget.value }))}
    >
      {all.map((each) => (
        <option key={each.id} value={each.id}>
          {nameOf(each.name)}
        </option>
      ))}
    </select>
  );
}

function YearChoice({ of, campaign, area }: { readonly of: Made; readonly campaign: string; readonly area: string }) {
  if (of.years.length < 2) return <p class="quiet number">{of.years[0] ?? ''}</p>;
  return (
    <select
      class="input choice"
      aria-label={say('indicators.year')}
      value={of.year}
      onChange={(event) => go(figuresAddress({ campaign, area, year: Number(event.currentTarget.value) }))}
    >
      {of.years.map((year) => (
        <option key={year} value={year}>
          {year}
        </option>
      ))}
    </select>
  );
}
