# syntax=docker/dockerfile:1
# Two stages: wheels are installed by hash into a venv, and only the venv goes into the image that runs. The first stage has a C compiler:
# the analysis is compiled, which takes two fifths off its time (docs/analysis.md). --build-arg COMPILE=0 leaves it interpreted.
FROM python:3.12-bookworm AS build
ARG COMPILE=1
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /src
RUN python -m venv /opt/venv && python -m venv /opt/compile
COPY requirements.lock requirements-compile.lock ./
RUN /opt/venv/bin/pip install --require-hashes -r requirements.lock
RUN /opt/compile/bin/pip install --require-hashes -r requirements-compile.lock
COPY pyproject.toml setup.py README.md LICENSE ./
COPY service ./service
COPY workers ./workers
RUN ESCALATION_WATCH_COMPILE=$COMPILE /opt/compile/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /dist . \
    || { echo "No wheel could be built; the reason stands above. Where the analysis does not compile: --build-arg COMPILE=0" >&2; exit 1; }
RUN /opt/venv/bin/pip install --no-deps --no-index /dist/*.whl

FROM python:3.12-slim-bookworm
LABEL org.opencontainers.image.title="escalation-watch" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --system --gid 10001 watch && useradd --system --uid 10001 --gid watch --home-dir /var/lib/escalation-watch --create-home watch
COPY --from=build /opt/venv /opt/venv
COPY config /etc/escalation-watch
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ESCALATION_WATCH_CONFIG=/etc/escalation-watch \
    ESCALATION_WATCH_DATA=/var/lib/escalation-watch
RUN python -c "from service.analysis import COMPILED, VERSION; print('analyser', VERSION, 'compiled' if COMPILED else 'interpreted')"
USER watch
WORKDIR /var/lib/escalation-watch
ENTRYPOINT ["escalation-watch"]
CMD ["status"]
