import { useState } from 'preact/hooks';
import { type Bundle, loadForm } from '../runtime/index';
import { count, moment } from '../app/format';
import { Icon } from '../app/icons';
import { language, say, type Word } from '../app/language';
import { useLoad } from '../app/load';
import { Loading } from '../app/loading';
import { PageHead, Say, Text } from '../app/parts';
import { nameOf } from '../supervisor/campaign';
import { bundlePath } from '../supervisor/results';
import type { Campaign } from '../supervisor/server';
import { type Dataset, type DatasetList, downloadPath } from './server';
import { Variables } from './variables';
import '../supervisor/supervisor.css';
import './datasets.css';

/** The face of those who count: what there is, how it came about, and the way to take it along. */
export default function Datasets() {
  const loaded = useLoad<DatasetList>('/api/datasets');
  return (
    <main class="desk stack">
      <PageHead>
        <Say word="datasets.head" />
      </PageHead>
      <p class="quiet">
        <Say word="datasets.about" />
      </p>
      <Loading of={loaded} lines={6}>
        {({ datasets }) =>
          datasets.length === 0 ? (
            <div class="empty">
              <p>
                <Say word="datasets.empty" />
              </p>
            </div>
          ) : (
            <ul class="stack">
              {datasets.map((dataset) => (
                <OneDataset key={`${dataset.form.name} ${dataset.form.version} ${dataset.campaign}`} dataset={dataset} at={loaded.at} />
              ))}
            </ul>
          )
        }
      </Loading>
    </main>
  );
}

function OneDataset({ dataset, at }: { readonly dataset: Dataset; readonly at: number | undefined }) {
  const campaigns = useLoad<{ readonly campaigns: readonly Campaign[] }>('/api/campaigns', 'once').body?.campaigns ?? [];
  const campaign = campaigns.find((each) => each.id === dataset.campaign);
  const campaignName = dataset.campaign === undefined ? say('datasets.all-campaigns') : campaign ? nameOf(campaign.name) : dataset.campaign;
  const asOf = dataset.asOf ?? at;
  return (
    <li class="dataset stack">
      <h2>
        <Text>{dataset.title ? nameOf(dataset.title) : dataset.form.name}</Text>
      </h2>
      <dl class="dataset-facts">
        <Fact word="datasets.submissions">{dataset.submissions === undefined ? '–' : count(dataset.submissions)}</Fact>
        <Fact word="datasets.latest">{dataset.latest ? moment(dataset.latest) : '–'}</Fact>
        <Fact word="datasets.as-of">{asOf === undefined ? '–' : moment(asOf)}</Fact>
        <Fact word="datasets.campaign">{campaignName}</Fact>
        <Fact word="datasets.form">{`${dataset.form.name} ${dataset.form.version}`}</Fact>
        {dataset.digest !== undefined && <Fact word="datasets.digest">{dataset.digest.slice(0, 16)}</Fact>}
        <Fact word="datasets.universe">{say('datasets.universe-text')}</Fact>
      </dl>
      <div class="row">
        <a class="button main" href={downloadPath(dataset, 'zip')} download>
          <Icon name="download" />
          <Say word="datasets.zip" />
        </a>
        <a class="button" href={downloadPath(dataset, 'ndjson')} download>
          <Icon name="download" />
          <Say word="datasets.ndjson" />
        </a>
      </div>
      <p class="quiet small">
        <Say word="datasets.files" />
      </p>
      <Definitions dataset={dataset} />
    </li>
  );
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
  const bundle = useLoad<Bundle>(open ? bundlePath(dataset.form) : undefined, 'once');
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="button">
        <Icon name="list" />
        <Say word="datasets.definitions" />
      </summary>
      {open && <Loading of={bundle}>{(body) => <Variables form={loadForm(body)} language={language.value} />}</Loading>}
    </details>
  );
}
