import { useMemo, useState } from 'preact/hooks';
import { type Bundle, loadForm } from '../runtime/index';
import { count, moment } from '../app/format';
import { Icon } from '../app/icons';
import { language, say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { session } from '../app/session';
import { address } from '../supervisor/addresses';
import { nameOf } from '../supervisor/campaign';
import { bundlePath } from '../supervisor/results';
import type { Campaign, Progress } from '../supervisor/server';
import { AskExport } from './ask';
import { type ExportList, Exports } from './exports';
import { type Dataset, type DatasetList, fileOf, type FormDataset } from './server';
import { Variables } from './variables';
import '../supervisor/supervisor.css';
import './datasets.css';

/** The face of those who count: what there is, how it came about, and the way to take it along. */
export default function Datasets() {
  const loaded = useLoad<DatasetList>('/api/datasets');
  const exports = useLoad<ExportList>('/api/exports');
  return (
    <main class="desk stack">
      <PageHead>
        <Say word="datasets.head" />
      </PageHead>
      <p class="quiet">
        <Say word="datasets.about" />
      </p>
      <Loading of={loaded} lines={6}>
        {(list) =>
          list.datasets.length === 0 ? (
            <div class="empty">
              <p>
                <Say word="datasets.empty" />
              </p>
            </div>
          ) : (
            <>
              <AskExport list={list} asked={exports.reload} />
              <Exports of={exports} />
              <All list={list} />
            </>
          )
        }
      </Loading>
    </main>
  );
}

/** What there is, with the definition of everything, and the files that are sent on the spot. */
function All({ list: { datasets, forms } }: { readonly list: DatasetList }) {
  return (
    <ul class="stack">
      {datasets.map((dataset) => (
        <OneForm key={`${dataset.form} ${dataset.version}`} dataset={dataset} />
      ))}
      {forms.filter(({ versions }) => versions.length > 1).map((form) => (
        <AllVersions key={form.form} form={form} />
      ))}
    </ul>
  );
}

function OneForm({ dataset }: { readonly dataset: Dataset }) {
  return (
    <li class="dataset stack">
      <h2>
        <Text>{nameOf(dataset.title)}</Text>
      </h2>
      {dataset.campaigns.map((campaign) => (
        <OneCampaign key={campaign} dataset={dataset} id={campaign} />
      ))}
      <p class="quiet small">
        <Say word="datasets.files" />
      </p>
      <p class="quiet small">
        <Say word="datasets.odata" /> <code class="code">{`${location.origin}/api/odata/${dataset.form}/`}</code>
      </p>
      <Definitions dataset={dataset} />
    </li>
  );
}

function AllVersions({ form }: { readonly form: FormDataset }) {
  return (
    <li class="dataset stack">
      <h2>
        <Text>{nameOf(form.title)}</Text>: <Say word="datasets.all-versions" />
      </h2>
      <p class="quiet small">
        <Say word="datasets.all-versions-about" values={{ versions: form.versions.join(', ') }} />
      </p>
      <Files zip={form.zip} ndjson={form.ndjson} />
    </li>
  );
}

function Files({ zip, ndjson }: { readonly zip: string; readonly ndjson: string }) {
  return (
    <div class="row">
      <a class="button" href={zip} download>
        <Icon name="download" />
        <Say word="datasets.zip" />
      </a>
      <a class="button" href={ndjson} download>
        <Icon name="download" />
        <Say word="datasets.ndjson" />
      </a>
    </div>
  );
}

/** What one campaign has brought so far, and its files. */
function OneCampaign({ dataset, id }: { readonly dataset: Dataset; readonly id: string }) {
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once').body?.campaigns;
  const campaign = campaigns?.find((each) => each.id === id);
  const progress = useLoad<Progress>(campaign && address('/api/progress', { area: areaOf(campaign), campaign: id })).body;
  const name = campaign ? nameOf(campaign.name) : id;
  return (
    <section class="stack" aria-label={name}>
      <dl class="dataset-facts">
        <Fact word="datasets.campaign">{name}</Fact>
        <Fact word="datasets.submissions">{progress ? count(progress.total.enumerated) : '–'}</Fact>
        <Fact word="datasets.latest">{progress?.total.lastArrival ? moment(progress.total.lastArrival) : '–'}</Fact>
        <Fact word="datasets.as-of">{progress ? moment(progress.asOf) : '–'}</Fact>
        <Fact word="datasets.form">{`${dataset.form} ${dataset.version}`}</Fact>
        <Fact word="datasets.universe">{say('datasets.universe-text')}</Fact>
      </dl>
      <Files zip={fileOf(dataset.zip, id)} ndjson={fileOf(dataset.ndjson, id)} />
    </section>
  );
}

/** The part of a campaign's area that lies in one's own. */
function areaOf(campaign: Campaign): string {
  const who = session.value;
  const grants = typeof who === 'object' ? who.roles.filter(({ role }) => role === 'STATISTICIAN') : [];
  const inside = grants.map(({ area }) => area).filter((area) => area.startsWith(campaign.area));
  return inside.sort((a, b) => a.length - b.length)[0] ?? campaign.area;
}

function Fact({ word, children }: { readonly word: Word; readonly children: string }) {
  return (
    <div>
      <dt class="quiet small">
        <Say word={word} />
      </dt>
      <dd>
        <Text>{children}</Text>
      </dd>
    </div>
  );
}

/** The definition of every variable, one click away. */
function Definitions({ dataset }: { readonly dataset: Dataset }) {
  const [open, setOpen] = useState(false);
  const bundle = useLoad<Bundle>(open ? bundlePath({ name: dataset.form, version: dataset.version }) : undefined, 'once');
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="button">
        <Icon name="list" />
        <Say word="datasets.definitions" />
      </summary>
      {open && <Loading of={bundle}>{(body) => <Defined bundle={body} />}</Loading>}
    </details>
  );
}

function Defined({ bundle }: { readonly bundle: Bundle }) {
  const form = useMemo(() => loadForm(bundle), [bundle]);
  return (
    <div class="stack definitions">
      <p class="quiet small code">
        <Say word="datasets.digest" /> {bundle.digest}
      </p>
      <Variables form={form} language={language.value} />
    </div>
  );
}
